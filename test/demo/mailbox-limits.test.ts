import { expect, test } from 'vitest'
import { createClock, MAIL, openMailbox } from './mailbox-help.ts'

const DAY = 24 * 60 * 60 * 1000 // ms

test('each answer tells what is left of the second', async () => {
  const { resend } = await openMailbox({ rateLimit: 10, now: createClock().now })
  await resend.emails.send(MAIL)
  const { headers } = await resend.emails.send(MAIL)
  expect(headers).toMatchObject({
    'ratelimit-limit': '10',
    'ratelimit-remaining': '8',
    'ratelimit-reset': '1',
  })
  expect(headers).not.toHaveProperty('retry-after')
})

test('who is too fast gets 429 and when to come again, then is served', async () => {
  const clock = createClock()
  const { mailbox, resend } = await openMailbox({ rateLimit: 2, now: clock.now })
  await resend.emails.send(MAIL)
  await resend.emails.send(MAIL)
  const third = await resend.emails.send(MAIL)
  clock.pass(1000)
  const later = await resend.emails.send(MAIL)
  expect(third.error).toMatchObject({ statusCode: 429, name: 'rate_limit_exceeded' })
  expect(third.headers).toMatchObject({ 'retry-after': '1', 'ratelimit-remaining': '0' })
  expect(later.error).toBeNull()
  expect(mailbox.mails()).toHaveLength(3)
})

test('the daily quota counts recipients, refuses a whole batch and is free again a day later', async () => {
  const clock = createClock()
  const { mailbox, resend } = await openMailbox({ dailyQuota: 3, now: clock.now })
  const two = await resend.emails.send({ ...MAIL, cc: 'second@status.example' })
  const over = await resend.batch.send([MAIL, MAIL])
  clock.pass(DAY)
  const nextDay = await resend.batch.send([MAIL, MAIL])
  expect(two.headers).toMatchObject({ 'x-resend-daily-quota': '2', 'x-resend-monthly-quota': '2' })
  expect(over.error).toMatchObject({ statusCode: 429, name: 'daily_quota_exceeded' })
  expect(over.headers).toMatchObject({ 'x-resend-daily-quota': '2' })
  expect(nextDay.headers).toMatchObject({
    'x-resend-daily-quota': '2',
    'x-resend-monthly-quota': '4',
  })
  expect(mailbox.mails()).toHaveLength(3)
})

test('the monthly quota begins anew with the month', async () => {
  const clock = createClock('2026-11-30T23:59:00.000Z')
  const { resend } = await openMailbox({ monthlyQuota: 1, now: clock.now })
  const first = await resend.emails.send(MAIL)
  const over = await resend.emails.send(MAIL)
  clock.pass(60_000)
  const december = await resend.emails.send(MAIL)
  expect(first.headers).not.toHaveProperty('x-resend-daily-quota')
  expect(over.error?.name).toBe('monthly_quota_exceeded')
  expect(december.error).toBeNull()
})

test('asking again with a key costs no quota', async () => {
  const { resend } = await openMailbox({ dailyQuota: 1 })
  await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  const again = await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  expect(again.error).toBeNull()
  expect(again.headers).toMatchObject({ 'x-resend-daily-quota': '1' })
})
