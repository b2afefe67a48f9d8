import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createClock, MAIL, openMailbox } from './mailbox-help.ts'

const DAY = 24 * 60 * 60 * 1000 // ms

test('the same key and payload give the same ids and are kept once', async () => {
  const { mailbox, resend } = await openMailbox()
  const first = await resend.batch.send([MAIL, MAIL], { idempotencyKey: 'digest/1/1' })
  const again = await resend.batch.send([MAIL, MAIL], { idempotencyKey: 'digest/1/1' })
  expect(again.data).toEqual(first.data)
  expect(mailbox.mails()).toHaveLength(2)
  expect(mailbox.mails()[0]?.idempotencyKey).toBe('digest/1/1')
})

test('the same key with another payload is a conflict', async () => {
  const { mailbox, resend } = await openMailbox()
  await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  const { error } = await resend.emails.send({ ...MAIL, subject: 'x' }, { idempotencyKey: 'k' })
  expect(error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' })
  expect(mailbox.mails()).toHaveLength(1)
})

test('a key whose first call is still in progress is a conflict', async () => {
  const { mailbox, resend } = await openMailbox()
  mailbox.fault({ kind: 'slow', ms: 300 })
  const first = resend.emails.send(MAIL, { idempotencyKey: 'k' })
  await wait(100)
  const second = await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  expect(second.error).toMatchObject({ statusCode: 409, name: 'concurrent_idempotent_requests' })
  expect((await first).error).toBeNull()
  expect(mailbox.mails()).toHaveLength(1)
})

test('a key is forgotten after 24 hours, not before', async () => {
  const clock = createClock()
  const { mailbox, resend } = await openMailbox({ now: clock.now })
  const first = await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  clock.pass(DAY - 1)
  const early = await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  clock.pass(1)
  const late = await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  expect(early.data?.id).toBe(first.data?.id)
  expect(late.data?.id).not.toBe(first.data?.id)
  expect(mailbox.mails()).toHaveLength(2)
})

test('a refused call leaves its key free', async () => {
  const { mailbox, resend } = await openMailbox()
  await resend.emails.send({ ...MAIL, to: 'nobody' }, { idempotencyKey: 'k' })
  const { error } = await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  expect(error).toBeNull()
  expect(mailbox.mails()).toHaveLength(1)
})

test('a key of 256 characters is taken, one of 257 is not', async () => {
  const { resend } = await openMailbox()
  const longest = await resend.emails.send(MAIL, { idempotencyKey: 'k'.repeat(256) })
  const tooLong = await resend.emails.send(MAIL, { idempotencyKey: 'k'.repeat(257) })
  expect(longest.error).toBeNull()
  expect(tooLong.error).toMatchObject({ statusCode: 400, name: 'invalid_idempotency_key' })
})
