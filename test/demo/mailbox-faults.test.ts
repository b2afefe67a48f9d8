import { expect, test } from 'vitest'
import { MAIL, openMailbox, post } from './mailbox-help.ts'

test('the next calls get the answer that a test asks for, then all is well', async () => {
  const { mailbox, resend } = await openMailbox()
  const body = { statusCode: 500, name: 'internal_server_error', message: 'Try again.' }
  mailbox.fault({ kind: 'answer', status: 500, body, times: 2 })
  const errors = [await resend.emails.send(MAIL), await resend.batch.send([MAIL])]
  const third = await resend.emails.send(MAIL)
  expect(errors.map(({ error }) => error)).toEqual([body, body])
  expect(third.error).toBeNull()
  expect(mailbox.mails()).toHaveLength(1)
})

test('a connection cut before the mails are taken leaves none', async () => {
  const { mailbox, resend } = await openMailbox()
  mailbox.fault({ kind: 'cut-before' })
  const { error } = await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  expect(error).toMatchObject({ name: 'application_error', statusCode: null })
  expect(mailbox.mails()).toEqual([])
  expect(mailbox.requests[0]?.status).toBeNull()
})

test('after a cut that hid the answer, the same key tells which mails were taken', async () => {
  const { mailbox, resend } = await openMailbox()
  mailbox.fault({ kind: 'cut-after' })
  const lost = await resend.batch.send([MAIL, MAIL], { idempotencyKey: 'digest/1/1' })
  const again = await resend.batch.send([MAIL, MAIL], { idempotencyKey: 'digest/1/1' })
  expect(lost.error).toMatchObject({ name: 'application_error', statusCode: null })
  expect(again.data?.data).toEqual(mailbox.mails().map(({ id }) => ({ id })))
  expect(mailbox.mails()).toHaveLength(2)
})

test('a call that hangs takes nothing, and its key is free once the caller gave up', async () => {
  const { mailbox, resend } = await openMailbox()
  mailbox.fault({ kind: 'hang' })
  const options = { idempotencyKey: 'k', signal: AbortSignal.timeout(1_000) }
  const hung = await resend.emails.send(MAIL, options)
  await expect
    .poll(async () => (await resend.emails.send(MAIL, { idempotencyKey: 'k' })).error)
    .toBeNull()
  expect(hung.error).toMatchObject({ name: 'application_error', statusCode: null })
  expect(mailbox.mails()).toHaveLength(1)
})

test('garbage hides that the mails were taken', async () => {
  const { mailbox, resend } = await openMailbox()
  mailbox.fault({ kind: 'garbage' })
  const { data, error } = await resend.emails.send(MAIL)
  expect(data).toBeNull()
  expect(error?.name).toBe('application_error')
  expect(mailbox.mails()).toHaveLength(1)
})

test('a fault can wait for one recipient and be taken back', async () => {
  const { mailbox, resend } = await openMailbox()
  mailbox.fault({ kind: 'cut-before', match: 'second@status.example', times: 5 })
  const first = await resend.emails.send(MAIL)
  const second = await resend.emails.send({ ...MAIL, to: 'second@status.example' })
  mailbox.fault(null)
  const third = await resend.emails.send({ ...MAIL, to: 'second@status.example' })
  expect([first, second, third].map(({ error }) => error?.name)).toEqual([
    undefined,
    'application_error',
    undefined,
  ])
})

test('a program elsewhere can set a fault, look at the calls and clear all over HTTP', async () => {
  const { mailbox, resend } = await openMailbox()
  const set = await post(`${mailbox.url}/control/fault`, { kind: 'cut-before' })
  const cut = await resend.emails.send(MAIL)
  const sent = await resend.emails.send(MAIL)
  const requests = await (await fetch(`${mailbox.url}/control/requests`)).json()
  const mails = await (await fetch(`${mailbox.url}/mails.json?to=reader@status.example`)).json()
  await post(`${mailbox.url}/control/clear`, null)
  expect([set.status, cut.error?.name]).toEqual([204, 'application_error'])
  expect(requests).toHaveLength(2)
  expect(mails).toMatchObject([{ id: sent.data?.id }])
  expect(mailbox.mails()).toEqual([])
})

test('a web page cannot pull the levers', async () => {
  const { mailbox } = await openMailbox()
  const plain = { 'content-type': 'text/plain' }
  const response = await post(`${mailbox.url}/control/clear`, null, plain)
  expect(response.status).toBe(415)
})

test('a fault that does not exist is refused', async () => {
  const { mailbox } = await openMailbox()
  const response = await post(`${mailbox.url}/control/fault`, { kind: 'explode' })
  expect(response.status).toBe(422)
})
