import { expect, test } from 'vitest'
import { compose, drain, form, ISSUE_HOUR, linkIn, mailWorld } from './world.ts'

const ANN = 'ann+film@example.org'

test('somebody subscribes, confirms, gets the issue once, and leaves with one click', async () => {
  const { app, site, box, jobs, clock } = await mailWorld()

  const asked = await site.request('/subscribe', form({ email: ANN }))
  expect(asked.status).toBe(202)
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(1)
  const [confirmation] = box.delivered
  expect(confirmation?.to).toBe(ANN)
  expect(confirmation?.subject).toContain('Glass Harbor')

  const link = linkIn(confirmation, '/confirm')
  const [token = ''] = link.split('token=').slice(1)
  expect((await site.request(link)).status).toBe(200)
  const confirmed = await site.request('/confirm', form({ token }))
  expect(await confirmed.text()).toContain('Confirmed')

  clock.now = ISSUE_HOUR
  expect(await compose(app)).toBe('2026-W47')
  expect(jobs).toEqual([{ kind: 'plan', issue: '2026-W47' }])
  await drain(app, jobs)
  const [, issue] = box.delivered
  expect(issue?.to).toBe(ANN)
  expect(issue?.subject).toBe('Glass Harbor 2: in talks, not greenlit – the story so far')

  const left = await site.request(linkIn(issue, '/unsubscribe'), {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  })
  expect(left.status).toBe(200)
  clock.now = new Date('2026-11-27T08:00:00Z')
  expect(await compose(app, undefined, clock.now)).toBe('2026-W48')
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(2)
})

test('each step done a second time changes nothing', async () => {
  const { app, site, box, jobs, clock } = await mailWorld()
  await site.request('/subscribe', form({ email: ANN }))
  await drain(app, jobs)
  const [, token = ''] = linkIn(box.delivered[0], '/confirm').split('token=')
  await site.request('/confirm', form({ token }))
  const again = await site.request('/confirm', form({ token }))
  expect(await again.text()).toContain('Confirmed')
  await site.request('/subscribe', form({ email: ANN }))
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(1)

  clock.now = ISSUE_HOUR
  await compose(app)
  expect(await compose(app)).toBeNull()
  const work = [...jobs, ...jobs]
  await drain(app, work)
  await drain(app, [{ kind: 'send', issue: '2026-W47', chunk: 0 }])
  await drain(app, [{ kind: 'plan', issue: '2026-W47' }])
  expect(box.delivered).toHaveLength(2)

  const leave = linkIn(box.delivered[1], '/unsubscribe')
  expect((await site.request(leave, { method: 'POST' })).status).toBe(200)
  expect((await site.request(leave, { method: 'POST' })).status).toBe(200)
})
