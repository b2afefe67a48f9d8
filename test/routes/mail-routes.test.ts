import { expect, test } from 'vitest'
import { issueFor } from '../digest/issue-for.ts'
import { drain, form, linkIn, mailWorld } from '../digest/world.ts'

test('an address that is none is answered with what is wrong, and kept in the form', async () => {
  const { site, box } = await mailWorld()
  const answer = await site.request('/subscribe', form({ email: '"><script>' }))
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('not a mail address')
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;"')
  expect(page).not.toContain('<script>')
  expect(box.calls).toEqual([])
})

test('a program can subscribe by JSON, and is told in JSON what is wrong', async () => {
  const { app, site, box, jobs } = await mailWorld()
  const post = (body: string) =>
    site.request('/subscribe', {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
    })
  expect((await post('{"email":"ann@example.org","choice":"news"}')).status).toBe(202)
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(1)
  for (const wrong of ['{"email":"ann"}', '{"email":3}', '{}', 'null', '{']) {
    const answer = await post(wrong)
    expect(answer.status, wrong).toBe(422)
    expect(await answer.json()).toMatchObject({ status: 422, title: 'Bad address' })
  }
  const choice = await post('{"email":"ann@example.org","choice":"daily"}')
  expect(await choice.json()).toMatchObject({ status: 422, title: 'Bad choice' })
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(1)
})

test('a body larger than a form can be is refused unread', async () => {
  const { site } = await mailWorld()
  const answer = await site.request('/subscribe', form({ email: 'a'.repeat(5_000) }))
  expect(answer.status).toBe(413)
})

test('opening the confirm link changes nothing, pressing its button does', async () => {
  const { app, site, box, jobs } = await mailWorld()
  await site.request('/subscribe', form({ email: 'ann@example.org' }))
  await drain(app, jobs)
  const link = linkIn(box.delivered[0], '/confirm')
  const page = await (await site.request(link)).text()
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(page) ?? []
  expect(await isSubscribed(app.db)).toBe(0)
  expect((await site.request('/confirm', form({ token }))).status).toBe(200)
  expect(await isSubscribed(app.db)).toBe(1)
})

test('a confirm link that nobody was sent gets a clear page', async () => {
  const { site } = await mailWorld()
  const answer = await site.request('/confirm', form({ token: 'x'.repeat(43) }))
  expect(answer.status).toBe(410)
  expect(await answer.text()).toContain('Ask for a new one')
  const broken = { 'content-type': 'multipart/form-data' }
  for (const request of [{}, { headers: broken, body: 'x' }]) {
    const empty = await site.request('/confirm', { method: 'POST', ...request })
    expect(empty.status).toBe(410)
  }
})

test('opening the unsubscribe link changes nothing', async () => {
  const { app, site, leave } = await issueTo('ann@example.org')
  const page = await site.request(leave)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`action="${leave}"`)
  expect(await isSubscribed(app.db)).toBe(1)
})

test('one click unsubscribes at once, urlencoded, multipart or without a body', async () => {
  const oneClick = { 'List-Unsubscribe': 'One-Click' }
  const multipart = new FormData()
  multipart.append('List-Unsubscribe', 'One-Click')
  for (const body of [new URLSearchParams(oneClick), multipart, null]) {
    const { app, site, leave } = await issueTo('ann@example.org')
    const answer = await site.request(leave, { method: 'POST', body })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await isSubscribed(app.db)).toBe(0)
  }
})

test('an unsubscribe link that was changed unsubscribes nobody', async () => {
  const { app, site, leave } = await issueTo('ann@example.org')
  const forged = leave.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
  const answers = [
    await site.request(forged, { method: 'POST' }),
    await site.request('/unsubscribe', { method: 'POST' }),
    await site.request(forged),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(await isSubscribed(app.db)).toBe(1)
})

test('an issue can be read on the web, without anybody’s link in it', async () => {
  const { app, site } = await issueTo('ann@example.org')
  const archive = await (await site.request('/issues')).text()
  expect(archive).toContain('href="/issues/2026-W47"')
  const page = await (await site.request('/issues/2026-W47')).text()
  expect(page).toContain('The makers say they want it.')
  expect(page).not.toContain('token')
  expect((await site.request('/issues/2026-W46')).status).toBe(404)
  expect(app.config.siteUrl).toBe('http://localhost:8787')
})

async function issueTo(address: string) {
  const all = await issueFor([address])
  await drain(all.app, all.jobs)
  return { ...all, leave: linkIn(all.box.delivered[0], '/unsubscribe') }
}

function isSubscribed(db: D1Database): Promise<number | null> {
  return db
    .prepare(
      'SELECT count(*) AS n FROM subscribers WHERE confirmed_at > 0 AND unsubscribed_at IS NULL',
    )
    .first<number>('n')
}
