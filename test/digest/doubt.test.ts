import { expect, test } from 'vitest'
import { resumeSending, unpauseSending } from '../../src/digest/digest.ts'
import { takeEvent } from '../../src/digest/webhook.ts'
import { issueFor } from './issue-for.ts'
import { drain } from './world.ts'

const REFUSAL = '422 no good: reader-0@example.org'

test('one mail that refuses a whole call is found, kept with the words, and the others go', async () => {
  const { app, box, jobs, later } = await issueFor(7)
  box.trouble = ({ mails }) =>
    mails.some(({ to }) => to === 'reader-3@example.org')
      ? { isTaken: false, result: { kind: 'refused', reason: REFUSAL } }
      : undefined
  await drain(app, jobs)
  expect(new Set(box.delivered.map(({ to }) => to)).size).toBe(6)
  expect(box.delivered).toHaveLength(6)
  const calls = box.calls.length
  later(1)
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.calls).toHaveLength(calls)
  const { results } = await app.db
    .prepare('SELECT refusal FROM deliveries WHERE refused_at IS NOT NULL')
    .all()
  expect(results).toEqual([{ refusal: '422 no good: <address>' }])
})

test('a provider that refuses everything is left alone, and the operator is told', async () => {
  const { app, box, jobs, logged } = await issueFor(200)
  box.trouble = () => ({ isTaken: false, result: { kind: 'refused', reason: REFUSAL } })
  await drain(app, jobs)
  expect(box.calls).toHaveLength(50)
  expect(logged.join()).toContain('sending.paused')
  box.trouble = () => undefined
  expect(await unpauseSending(app)).toBe(true)
  await drain(app, jobs)
  expect(new Set(box.delivered.map(({ to }) => to)).size).toBe(box.delivered.length)
  const left = await app.db
    .prepare('SELECT count(*) AS n FROM deliveries WHERE sent_at IS NULL AND refused_at IS NULL')
    .first('n')
  expect(left).toBe(0)
}, 20_000)

test('a mail that a permissive answer finds fault with is kept as refused, the others as sent', async () => {
  const { app, box, jobs } = await issueFor(3)
  const sent = { kind: 'sent', ids: ['a', null, 'c'], usage: null } as const
  const refusals = [{ index: 1, reason: REFUSAL }]
  box.trouble = () => ({ isTaken: true, result: { ...sent, ids: [...sent.ids], refusals } })
  await drain(app, jobs)
  const { results } = await app.db
    .prepare('SELECT provider_id AS id, refusal FROM deliveries ORDER BY subscriber_id')
    .all()
  expect(results).toEqual([
    { id: 'a', refusal: null },
    { id: null, refusal: '422 no good: <address>' },
    { id: 'c', refusal: null },
  ])
})

test('a call of which nothing was heard for a day is made anew, under another key', async () => {
  const { app, box, jobs, later } = await issueFor(3)
  box.trouble = () => ({ isTaken: false, result: { kind: 'unknown', reason: 'time-out' } })
  await drain(app, jobs)
  later(24)
  box.trouble = () => undefined
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.calls.map(({ key }) => key)).toEqual(['digest/2026-W47/0', 'digest/2026-W47/0/1'])
  expect(box.delivered).toHaveLength(3)
})

test('a call that the provider told of by webhook is not made again', async () => {
  const { app, box, jobs, later } = await issueFor(3)
  box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: 'time-out' } })
  await drain(app, jobs)
  const [mail] = box.delivered
  const tags = Object.fromEntries((mail?.tags ?? []).map(({ name, value }) => [name, value]))
  const event = { type: 'email.sent', data: { to: [mail?.to ?? ''], tags } }
  await takeEvent(app, 'event-1', event)
  box.trouble = () => undefined
  later(30)
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.calls).toHaveLength(1)
  const chunk = await app.db.prepare('SELECT outcome, mails FROM delivery_chunks').first()
  expect(chunk).toEqual({ outcome: 'sent', mails: 3 })
})

test('a key that somebody else used is left for another', async () => {
  const { app, box, jobs, later } = await issueFor(3)
  box.trouble = () => ({ isTaken: false, result: { kind: 'conflict', reason: '409' } })
  const waiting = await drain(app, jobs)
  box.trouble = () => undefined
  later(1)
  await drain(app, waiting)
  expect(box.calls.map(({ key }) => key)).toEqual(['digest/2026-W47/0', 'digest/2026-W47/0/1'])
  expect(box.delivered).toHaveLength(3)
})

test('where no webhook can tell, a call long in doubt is given up: better no mail than two', async () => {
  const { app, box, jobs, later } = await issueFor(3)
  app.config.webhookSecret = null
  box.trouble = () => ({ isTaken: true, result: { kind: 'unknown', reason: 'time-out' } })
  await drain(app, jobs)
  later(24)
  await resumeSending(app)
  await drain(app, jobs)
  expect(box.calls).toHaveLength(1)
  const chunk = await app.db.prepare('SELECT outcome FROM delivery_chunks').first()
  expect(chunk).toEqual({ outcome: 'lost' })
})
