import { expect, test } from 'vitest'
import { dump } from '../digest/tables.ts'
import { drain, form, mailWorld } from '../digest/world.ts'

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

test('a slip of a big provider is asked back, both addresses can be chosen, nothing is kept', async () => {
  const { app, site, jobs, box } = await mailWorld()
  const before = await dump(app.db)
  const asked = await site.request('/subscribe', form({ email: 'ann@gmial.com', choice: 'news' }))
  expect(asked.status).toBe(422)
  const page = await asked.text()
  expect(page).toContain('Did you mean ann@gmail.com?')
  expect(await dump(app.db)).toBe(before)
  const fields = Object.fromEntries(
    [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]+)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
  const choices = [...page.matchAll(/type="radio" name="email" value="([^"]+)"/g)].map(
    ([, value]) => value ?? '',
  )
  expect(choices).toEqual(['ann@gmail.com', 'ann@gmial.com'])
  for (const email of choices) {
    expect((await site.request('/subscribe', form({ ...fields, email }))).status).toBe(202)
  }
  await drain(app, jobs)
  expect(box.delivered.map(({ to }) => to)).toEqual(choices)
  expect(box.delivered[0]?.subject).toContain('weeks with news')
})

test('a program is told of the slip, and can say that it is none', async () => {
  const { site } = await mailWorld()
  const post = (body: object) =>
    site.request('/subscribe', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const asked = await post({ email: 'ann@gmial.com' })
  expect(asked.status).toBe(422)
  expect(await asked.json()).toMatchObject({ detail: expect.stringContaining('ann@gmail.com') })
  expect((await post({ email: 'ann@gmial.com', sure: true })).status).toBe(202)
})

test('a program that fills in the hidden field gets the same answer, and nothing is kept', async () => {
  const { app, site, jobs } = await mailWorld()
  const before = await dump(app.db)
  const trapped = await site.request(
    '/subscribe',
    form({ email: 'ann@example.org', website: 'https://spam.example' }),
  )
  const words = await trapped.text()
  expect(await dump(app.db)).toBe(before)
  expect(jobs).toEqual([])
  const taken = await site.request('/subscribe', form({ email: 'ann@example.org', website: '' }))
  expect([taken.status, await taken.text()]).toEqual([trapped.status, words])
  expect(jobs).toHaveLength(1)
})

test('what is wrong stands beside its field, with what was typed and chosen', async () => {
  const { site } = await mailWorld()
  const page = await (
    await site.request('/subscribe', form({ email: 'ann', choice: 'changes' }))
  ).text()
  expect(page).toContain('aria-describedby="error-subscribe"')
  expect(page).toContain('id="error-subscribe" role="alert"')
  expect(page).toContain('value="ann"')
  expect(page).toMatch(/value="changes" checked/)
})
