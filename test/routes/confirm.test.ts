import { expect, test } from 'vitest'
import { tokenIn } from '../digest/asking.ts'
import { countSubscribed } from '../digest/people.ts'
import { drain, form, linkIn, mailWorld } from '../digest/world.ts'

test('opening the confirm link changes nothing, pressing its button does', async () => {
  const { app, site, box, jobs } = await mailWorld()
  await site.request('/subscribe', form({ email: 'ann@example.org' }))
  await drain(app, jobs)
  const link = linkIn(box.delivered[0], '/confirm')
  const page = await (await site.request(link)).text()
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(page) ?? []
  expect(await countSubscribed(app.db)).toBe(0)
  expect((await site.request('/confirm', form({ token }))).status).toBe(200)
  expect(await countSubscribed(app.db)).toBe(1)
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

test('an expired link offers a new mail by one button, and that one works', async () => {
  const { app, site, box, jobs, later } = await mailWorld()
  await site.request('/subscribe', form({ email: 'ann@example.org' }))
  await drain(app, jobs)
  later(49)
  const link = linkIn(box.delivered[0], '/confirm')
  const [shown, pressed] = [
    await site.request(link),
    await site.request('/confirm', form({ token: tokenIn(box.delivered[0]) })),
  ]
  expect([shown.status, pressed.status]).toEqual([410, 410])
  const [, token = ''] =
    /action="\/confirm\/again"><input[^>]+value="([^"]+)"/.exec(await shown.text()) ?? []
  expect((await site.request('/confirm/again', form({ token }))).status).toBe(202)
  await drain(app, jobs)
  const confirmed = await site.request('/confirm', form({ token: tokenIn(box.delivered[1]) }))
  expect(confirmed.status).toBe(200)
  expect((await site.request('/confirm/again', form({ token }))).status).toBe(410)
})

test('whoever confirms is led to the page where it can be changed', async () => {
  const { app, site, box, jobs, later } = await mailWorld()
  await site.request('/subscribe', form({ email: 'ann@example.org', choice: 'news' }))
  await drain(app, jobs)
  const token = tokenIn(box.delivered[0])
  const confirmed = await (await site.request('/confirm', form({ token }))).text()
  const [, manage = ''] = /href="(\/manage\?token=[^"]+)"/.exec(confirmed) ?? []
  expect(await (await site.request(manage)).text()).toMatch(/value="news" checked/)
  later(48)
  const old = await (await site.request(`/confirm?token=${token}`)).text()
  expect(old).toContain('<h1>Confirmed</h1>')
  expect(old).not.toContain('/manage')
})
