import { expect, test } from 'vitest'
import type { MailJob } from '../../src/app.ts'
import { resumeSending, runMailJob } from '../../src/digest/digest.ts'
import { subscribe } from '../../src/digest/subscribe.ts'
import { issueFor } from './issue-for.ts'
import { subscribeAll, suppressAddress } from './people.ts'
import { compose, drain, ISSUE_HOUR, linkIn, mailWorld } from './world.ts'

const [ANN, BOB, CAT] = ['ann@example.org', 'bob@example.org', 'cat@example.org'] as const
const WISH = { form: 'home', textVersion: '1' }

test('whoever has not confirmed gets no issue', async () => {
  const { app, box, jobs, clock } = await mailWorld()
  await subscribe(app, { address: ANN, ...WISH })
  await drain(app, jobs)
  clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, jobs)
  expect(box.delivered.map(({ tags }) => tags[0]?.value)).toEqual(['confirmation'])
})

test('whoever leaves or bounces after the plan and before the call gets no mail', async () => {
  const { app, site, box, jobs, clock } = await issueFor([ANN, BOB, CAT])
  await drain(app, jobs)
  const leave = linkIn(
    box.delivered.find(({ to }) => to === ANN),
    '/unsubscribe',
  )
  clock.now = new Date('2026-11-27T08:00:00Z')
  await compose(app, undefined, clock.now)
  await runMailJob(app, { kind: 'plan', issue: '2026-W48' })
  await site.request(leave, { method: 'POST' })
  await suppressAddress(app, BOB)
  await drain(app, jobs)
  expect(box.delivered.slice(3).map(({ to }) => to)).toEqual([CAT])
  const skipped = await app.db
    .prepare("SELECT count(*) AS n FROM deliveries WHERE issue_id = '2026-W48' AND skipped_at > ''")
    .first('n')
  expect(skipped).toBe(2)
})

test('whoever leaves while a call is in doubt stays in its retry, and in nothing after', async () => {
  const { app, site, box, jobs, later } = await issueFor([ANN, BOB])
  box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: 'time-out' } })
  const waiting = await drain(app, jobs)
  box.trouble = () => undefined
  const leave = linkIn(
    box.delivered.find(({ to }) => to === ANN),
    '/unsubscribe',
  )
  await site.request(leave, { method: 'POST' })
  later(1)
  await drain(app, waiting)
  expect(box.calls[1]).toEqual(box.calls[0])
  expect(box.delivered).toHaveLength(2)
})

test('an answer of wait does not end the doubt of a call before it', async () => {
  const { app, site, box, jobs, later } = await issueFor([ANN, BOB])
  box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: 'time-out' } })
  const first = await drain(app, jobs)
  box.trouble = () => ({
    isTaken: false,
    result: { kind: 'wait', seconds: 60, reason: '429', scope: 'call' },
  })
  later(1)
  const second = await drain(app, first)
  const leave = linkIn(
    box.delivered.find(({ to }) => to === ANN),
    '/unsubscribe',
  )
  await site.request(leave, { method: 'POST' })
  box.trouble = () => undefined
  later(1)
  await drain(app, second)
  expect(box.calls[2]).toEqual(box.calls[0])
  expect(box.delivered).toHaveLength(2)
})

test('whoever subscribes after an issue was made gets the next one', async () => {
  const { app, box, jobs, clock, later } = await mailWorld()
  clock.now = ISSUE_HOUR
  await compose(app)
  later(0.1)
  await subscribeAll(app, [ANN])
  await drain(app, jobs)
  expect(box.delivered).toEqual([])
})

test('without a postal address the issue is made and waits, and says so', async () => {
  const { app, box, jobs, logged } = await issueFor([ANN], { POSTAL_ADDRESS: '' })
  await drain(app, jobs)
  expect(box.calls).toEqual([])
  expect(logged.join()).toContain('no POSTAL_ADDRESS')
  app.config.mail.postalAddress = 'A & B, Test Street 1'
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.delivered[0]?.text).toContain('A & B, Test Street 1')
  expect(box.delivered[0]?.html).toContain('A &amp; B, Test Street 1')
})

test('a list longer than one step of planning is planned to its end, each person once', async () => {
  const { app, jobs } = await issueFor(5_050)
  for (let job = jobs.find(isPlan); job; job = jobs.find(isPlan)) {
    jobs.splice(jobs.indexOf(job), 1)
    await runMailJob(app, job)
  }
  expect(jobs).toHaveLength(51)
  const planned = await app.db
    .prepare(
      `SELECT count(*) AS people, count(DISTINCT subscriber_id) AS different,
         (SELECT max(n) FROM (SELECT count(*) AS n FROM deliveries GROUP BY chunk)) AS most
       FROM deliveries`,
    )
    .first()
  expect(planned).toEqual({ people: 5_050, different: 5_050, most: 100 })
})

test('every mail bears its own way out, and the headers of a list', async () => {
  const { app, box, jobs } = await issueFor([ANN, BOB])
  await drain(app, jobs)
  const ways = box.delivered.map((mail) => linkIn(mail, '/unsubscribe'))
  expect(new Set(ways).size).toBe(2)
  for (const [index, { headers, html }] of box.delivered.entries()) {
    expect(html).toContain(ways[index])
    expect(headers).toEqual({
      'List-Unsubscribe': `<${app.config.siteUrl}${ways[index]}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': '<digest.localhost>',
      'List-Archive': `<${app.config.siteUrl}/issues>`,
      'List-Help': '<mailto:hello@example.com>',
    })
  }
})

function isPlan({ kind }: MailJob): boolean {
  return kind === 'plan'
}
