import { expect, test } from 'vitest'
import { tokenIn } from '../digest/asking.ts'
import { dump } from '../digest/tables.ts'
import { drain, form, linkIn, mailWorld } from '../digest/world.ts'

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
