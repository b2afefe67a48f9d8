import { expect, test } from 'vitest'
import { dropHeldIssue, findSending, setApproval } from '../../src/db/admin/digest.ts'
import { purgeDeliveries } from '../../src/db/purge.mail.ts'
import { handleEvent, isEventHandled } from '../../src/db/webhook-events.ts'
import { confirm } from '../../src/digest/confirm.ts'
import { resumeSending } from '../../src/digest/digest.ts'
import { purgeOld } from '../../src/digest/retention.ts'
import { subscribe } from '../../src/digest/subscribe.ts'
import { ANN, ask, tokenIn, WISH } from './asking.ts'
import { issueFor } from './issue-for.ts'
import { compose, drain, ISSUE_HOUR, mailWorld } from './world.ts'

test('an address that nobody confirms is forgotten seven days after it was last asked for', async () => {
  const world = await mailWorld()
  await ask(world)
  await ask(world, { address: 'bob@example.org' })
  const leftAfter = async (days: number) => {
    world.later(days * 24)
    await purgeOld(world.app)
    return await count(world.app.db, 'subscribers')
  }
  world.later(6 * 24)
  await ask(world)
  expect([await leftAfter(0), await leftAfter(1), await leftAfter(6)]).toEqual([2, 1, 0])
  expect(await count(world.app.db, 'confirmations')).toBe(0)
})

test('whoever confirmed stays with the proof, and links that were never used go', async () => {
  const world = await mailWorld()
  await ask(world)
  await ask(world)
  await confirm(world.app, tokenIn(world.box.delivered[0]))
  world.later(30 * 24)
  await purgeOld(world.app)
  expect(await count(world.app.db, 'subscribers')).toBe(1)
  expect(await count(world.app.db, 'confirmations')).toBe(1)
})

test('counts of networks are gone an hour after, requests of two days are given up', async () => {
  const world = await mailWorld()
  await subscribe(world.app, { ...WISH, address: ANN, network: '192.0.2.0/24' })
  expect(await count(world.app.db, 'limits')).toBe(2)
  world.later(1)
  await purgeOld(world.app)
  expect(await count(world.app.db, 'limits')).toBe(0)
  expect(await count(world.app.db, 'subscribe_requests')).toBe(1)
  world.later(48)
  await purgeOld(world.app)
  expect(await count(world.app.db, 'subscribe_requests')).toBe(0)
})

test('to whom an old issue was sent goes step by step, and how many they were stays', async () => {
  const { app, jobs } = await issueFor(130)
  const { db } = app
  await drain(app, jobs)
  await bounced(db, 3)
  const left = []
  for (const mailFrom of [ISSUE_EVE, ...Array(4).fill(ISSUE_HOUR.toISOString())]) {
    await purgeDeliveries(db, { now: mailFrom, mailFrom }, 50)
    left.push(await count(db, 'deliveries'))
  }
  expect(left).toEqual([130, 80, 30, 0, 0])
  expect(await count(db, 'webhook_events')).toBe(0)
  const sending = await findSending(db, '2026-W47')
  expect(sending).toMatchObject({ planned: 130, sent: 130, mails: 130, bounces: 3 })
})

test('an issue that nobody approved can be made anew, however old it is', async () => {
  const { app, clock, later } = await mailWorld()
  await setApproval(app.db, app.now().toISOString()).run()
  clock.now = ISSUE_HOUR
  await compose(app)
  later(100 * 24)
  await purgeOld(app)
  expect(await count(app.db, 'past_deliveries')).toBe(0)
  expect((await dropHeldIssue(app.db, '2026-W47').all()).results).toHaveLength(1)
})

test('a job of an old issue that comes back mails nobody twice', async () => {
  const { app, box, jobs, later } = await issueFor(5)
  await drain(app, jobs)
  later(100 * 24)
  await purgeOld(app)
  expect(await count(app.db, 'deliveries')).toBe(0)
  for (const job of [PLAN, SEND, PLAN, PLAN, SEND]) await drain(app, [job])
  await drain(app, jobs)
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(5)
  expect(await count(app.db, 'deliveries')).toBe(0)
})

test('an issue of this week is sent on though everything old goes', async () => {
  const { app, box, jobs, clock, later } = await issueFor(3)
  await purgeOld(app)
  await drain(app, jobs)
  await purgeOld(app)
  later(7 * 24)
  await compose(app, undefined, clock.now)
  await purgeOld(app)
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(6)
})

test('the privacy page tells how long is kept what these steps drop', async () => {
  const { app, site } = await mailWorld()
  const page = await (await site.request('/privacy')).text()
  const words = page.replaceAll(/\s+/g, ' ')
  expect(words).toContain('deleted after seven days')
  expect(words).toContain(`you were sent is kept for ${app.config.keep.mailDays} days`)
})

test('an event of the mail provider is known again as long as it may come again', async () => {
  const { app, later } = await mailWorld()
  const event = { id: 'e', type: 'email.suppressed', happenedAt: '2026-11-18T12:00:00Z' }
  const nobody = { mail: null, addressHashes: [], suppression: null }
  await handleEvent(app.db, { ...event, ...nobody }, app.now().toISOString())
  later(89 * 24)
  await purgeOld(app)
  expect(await isEventHandled(app.db, 'e')).toBe(true)
  later(24)
  await purgeOld(app)
  expect(await isEventHandled(app.db, 'e')).toBe(false)
})

const ISSUE_EVE = '2026-11-19T08:00:00.000Z'
const PLAN = { kind: 'plan', issue: '2026-W47' } as const
const SEND = { kind: 'send', issue: '2026-W47', chunk: 0 } as const

/** So many mails of the issue came back. */
async function bounced(db: D1Database, mails: number): Promise<void> {
  await db
    .prepare(
      `INSERT INTO webhook_events
       SELECT 'event ' || value, 'email.bounced', '2026-11-20T09:00:00Z', '2026-W47'
       FROM json_each(?1)`,
    )
    .bind(JSON.stringify([...Array(mails).keys()]))
    .run()
}

async function count(db: D1Database, table: string): Promise<number | null> {
  return await db.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')
}
