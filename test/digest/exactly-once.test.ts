import { expect, test } from 'vitest'
import type { App, MailJob } from '../../src/app.ts'
import { resumeSending, runMailJob } from '../../src/digest/digest.ts'
import { composeDue } from '../../src/digest/due.ts'
import type { SendResult } from '../../src/mail.ts'
import { Crash, type Moment, mortal } from './crash.ts'
import { issueFor } from './issue-for.ts'
import { readers, subscribeAll } from './people.ts'
import { drain, EMPTY_NEWS, ISSUE_HOUR, linkIn, mailWorld } from './world.ts'

const RECIPIENTS = 203 // three calls: 100, 100 and 3

/** The hourly run and the queue, in one process. */
async function work(app: App, jobs: MailJob[], at: Date): Promise<void> {
  await composeDue(app, at, () => Promise.resolve(EMPTY_NEWS))
  await resumeSending(app)
  for (let job = jobs.shift(); job; job = jobs.shift()) await runMailJob(app, job)
}

/** Lets a process die at its nth step, others go on each hour; counts the steps of the first. */
async function dieAndGoOn(dieAt: number, moment: Moment) {
  const { app, box, jobs, clock, later } = await mailWorld()
  const addresses = readers(RECIPIENTS)
  await subscribeAll(app, addresses)
  clock.now = ISSUE_HOUR
  const process = mortal(app, dieAt, moment)
  const died = await work(process.app, jobs, clock.now).then(
    () => null,
    (error: unknown) => error,
  )
  if (died !== null && !(died instanceof Crash)) throw died
  jobs.length = 0 // the queue loses everything as well
  for (let hour = 0; hour < 3; hour += 1) {
    later(1)
    await work(app, jobs, clock.now)
  }
  return { app, box, addresses, hasDied: died !== null, steps: process.steps() }
}

test('a crash at any step and a lost queue lose no mail and double none', async () => {
  const { steps } = await dieAndGoOn(Number.POSITIVE_INFINITY, 'before')
  expect(steps).toBeGreaterThan(20)
  for (let dieAt = 1; dieAt <= steps; dieAt += 1) {
    for (const moment of ['before', 'after'] as const) {
      const { app, box, addresses, hasDied } = await dieAndGoOn(dieAt, moment)
      expect(hasDied).toBe(true)
      expect(box.delivered.map(({ to }) => to).sort(), `${moment} ${dieAt}`).toEqual(
        addresses.toSorted(),
      )
      const issue = await app.db.prepare('SELECT finished_at FROM issues').first('finished_at')
      expect(issue).not.toBeNull()
    }
  }
}, 240_000)

test('a call without an answer is repeated with the same bytes, and delivered once', async () => {
  const { app, box, jobs, later } = await issueFor(3)
  box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: 'time-out' } })
  const [again] = await drain(app, jobs)
  expect(again).toEqual({ kind: 'send', issue: '2026-W47', chunk: 0 })
  box.trouble = () => undefined
  later(1)
  await drain(app, again ? [again] : [])
  expect(box.calls).toHaveLength(2)
  expect(box.calls[1]).toEqual(box.calls[0])
  expect(box.delivered).toHaveLength(3)
})

test('each delivery keeps the provider’s own id of its mail', async () => {
  const { app, jobs } = await issueFor(3)
  const given = new Map<string, string>()
  const { send } = app.mailer
  app.mailer.send = async (mails, key) => {
    const result = await send(mails, key)
    const ids = result.kind === 'sent' ? result.ids : []
    for (const [nth, id] of ids.entries()) given.set(tokenOf(mails[nth]), id ?? '')
    return result
  }
  await drain(app, jobs)
  const { results } = await app.db
    .prepare('SELECT subscriber_id AS who, provider_id AS id FROM deliveries')
    .all<{ who: string; id: string }>()
  expect(new Map(results.map(({ who, id }) => [who, id]))).toEqual(given)
})

test('two consumers at once make one call', async () => {
  const { app, box, jobs } = await issueFor(3)
  await runMailJob(app, { kind: 'plan', issue: '2026-W47' })
  const send = { kind: 'send', issue: '2026-W47', chunk: 0 } as const
  await Promise.all([runMailJob(app, send), runMailJob(app, send), runMailJob(app, send)])
  await drain(app, jobs)
  expect(box.calls).toHaveLength(1)
})

test('a provider that says wait is left alone until then', async () => {
  const { app, box, jobs, later } = await issueFor(3)
  box.trouble = () => ({ isTaken: false, result: waitFor(600) })
  const waiting = await drain(app, jobs)
  expect(waiting).toHaveLength(1)
  await drain(app, [...waiting])
  expect(box.calls).toHaveLength(1)
  box.trouble = () => undefined
  later(1)
  await drain(app, waiting)
  expect(box.delivered).toHaveLength(3)
})

test('a quota that is used up is waited for by the hourly run, not by the queue', async () => {
  const { app, box, jobs, later } = await issueFor(3)
  box.trouble = () => ({ isTaken: false, result: waitFor(7200) })
  expect(await drain(app, jobs)).toEqual([])
  box.trouble = () => undefined
  later(1)
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.delivered).toEqual([])
  later(1)
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(3)
})

test('a provider that is down does not use up the ten tries of the queue', async () => {
  const { app, box, later } = await issueFor(3)
  await runMailJob(app, { kind: 'plan', issue: '2026-W47' })
  for (const kind of ['unknown', 'wait'] as const) {
    const result = kind === 'wait' ? waitFor(1) : ({ kind, reason: 'down' } as const)
    box.trouble = () => ({ isTaken: false, result })
    let tries = 0
    let again = await runMailJob(app, { kind: 'send', issue: '2026-W47', chunk: 0 })
    for (; again && tries < 20; tries += 1) {
      later(again.retryAfterSeconds / 3600)
      again = await runMailJob(app, { kind: 'send', issue: '2026-W47', chunk: 0 })
    }
    expect(tries).toBeLessThan(10)
    later(1)
    await app.db.prepare('UPDATE delivery_chunks SET tries = 0').run()
  }
})

test('an issue of two weeks ago is not sent late', async () => {
  const { app, jobs, later } = await issueFor(3)
  jobs.length = 0
  later(13 * 24 + 1)
  await resumeSending(app)
  expect(jobs).toEqual([])
})

/** The subscriber's id, which begins the token of the unsubscribe link. */
function tokenOf(mail: { text: string } | undefined): string {
  return linkIn(mail, '/unsubscribe').split('token=')[1]?.split('.')[0] ?? ''
}

function waitFor(seconds: number): SendResult {
  return { kind: 'wait', seconds, reason: '429', scope: 'call' }
}
