import { expect, test } from 'vitest'
import { resumeSending } from '../../src/digest/digest.ts'
import { daysFor, holdOf, mailsPerCall } from '../../src/digest/quota.ts'
import { issueFor } from './issue-for.ts'
import { drain } from './world.ts'

const NOW = new Date('2026-11-20T08:00:00Z')
const FRESH = {
  waitUntil: null,
  waitReason: null,
  dayUsed: null,
  monthUsed: null,
  usedAt: null,
  pausedAt: null,
  pausedReason: null,
  resumedAt: null,
  approvalSince: null,
}

test('a small day’s quota is sent in small calls, none needs a hundred', () => {
  expect(mailsPerCall({ day: null, month: 3000 })).toBe(100)
  expect(mailsPerCall({ day: 100, month: 3000 })).toBe(25)
  expect(mailsPerCall({ day: 2, month: null })).toBe(1)
})

test('a quota that one more call would use up holds it back for a day, or until the month ends', () => {
  const quota = { day: 100, month: 3000 }
  const used = { ...FRESH, usedAt: '2026-11-20T07:00:00.000Z', monthUsed: 200 }
  expect(holdOf({ ...used, dayUsed: 65 }, quota, NOW)).toBeNull()
  expect(holdOf({ ...used, dayUsed: 75 }, quota, NOW)).toEqual({
    reason: 'daily quota',
    until: new Date('2026-11-21T07:00:00.000Z'),
    isQuota: true,
  })
  expect(holdOf({ ...used, monthUsed: 2700 }, quota, NOW)?.until).toEqual(new Date('2026-12-01'))
  expect(holdOf({ ...used, dayUsed: 75 }, quota, new Date('2026-11-21T07:00:01Z'))).toBeNull()
})

test('what the operator or the provider holds back comes before any quota', () => {
  const waiting = { ...FRESH, waitUntil: '2026-11-20T08:10:00.000Z', waitReason: '429' }
  const none = { day: null, month: null }
  expect(holdOf(waiting, none, NOW)?.reason).toBe('429')
  expect(holdOf({ ...waiting, pausedAt: '2026-11-20T07:00:00.000Z' }, none, NOW)?.until).toBeNull()
  expect(holdOf(waiting, none, new Date('2026-11-20T08:10:00.000Z'))).toBeNull()
})

test('how many days a list takes follows from the quotas', () => {
  expect(daysFor(1_000, { day: null, month: null })).toBe(0)
  expect(daysFor(75, { day: 100, month: null })).toBe(0)
  expect(daysFor(300, { day: 100, month: null })).toBe(3)
})

test('an issue larger than the day’s quota stops before it, tells until when, and goes on', async () => {
  const { app, box, jobs, later, logged } = await issueFor(40)
  app.config.mail.quota = { day: 20, month: null }
  const { send } = app.mailer
  app.mailer.send = async (mails, key) => {
    const result = await send(mails, key)
    const usage = { day: box.delivered.length % 20 || 20, month: box.delivered.length }
    return result.kind === 'sent' ? { ...result, usage } : result
  }
  await drain(app, jobs)
  expect(box.delivered).toHaveLength(15)
  expect(logged.join()).toContain('"days":2')
  for (let hour = 0; hour < 23; hour += 1) {
    later(1)
    await resumeSending(app)
    await drain(app, jobs)
  }
  expect(box.calls).toHaveLength(3)
  for (let hour = 0; hour < 72; hour += 1) {
    later(1)
    await resumeSending(app)
    await drain(app, jobs)
  }
  expect(new Set(box.delivered.map(({ to }) => to)).size).toBe(40)
  expect(box.delivered).toHaveLength(40)
})
