import { Resend } from 'resend'
import { expect, test } from 'vitest'
import { MAIL, openMailbox, post } from './mailbox-help.ts'

test('a mail sent through the SDK is kept with its headers, tags and reply address', async () => {
  const { mailbox, resend } = await openMailbox()
  const headers = { 'List-Id': '<digest.status.example>' }
  const tags = [{ name: 'kind', value: 'digest' }]
  const { data } = await resend.emails.send({
    ...MAIL,
    headers,
    tags,
    replyTo: 'me@status.example',
  })
  expect(mailbox.mails()).toEqual([
    expect.objectContaining({
      ...MAIL,
      id: data?.id,
      headers,
      tags,
      replyTo: ['me@status.example'],
    }),
  ])
})

test('a batch of a hundred is taken in order and each mail knows its place', async () => {
  const { mailbox, resend } = await openMailbox()
  const mails = Array.from({ length: 100 }, (_, i) => ({ ...MAIL, subject: `No ${i}` }))
  const { data } = await resend.batch.send(mails)
  expect(data?.data.map(({ id }) => id)).toEqual(mailbox.mails().map(({ id }) => id))
  expect(mailbox.mails().map(({ batchIndex }) => batchIndex)).toEqual([...Array(100).keys()])
  expect(mailbox.mails()[99]?.subject).toBe('No 99')
})

test('more than a hundred mails in a batch are refused and none is kept', async () => {
  const { mailbox, resend } = await openMailbox()
  const { error } = await resend.batch.send(Array(101).fill(MAIL))
  expect(error).toMatchObject({ statusCode: 422, name: 'validation_error' })
  expect(mailbox.mails()).toEqual([])
})

test.for([
  ['no recipient', { to: [] }, 'missing_required_field', 'Missing `to` field.'],
  ['an address that is none', { to: 'nobody' }, 'validation_error', 'Invalid `to` field.'],
  ['a sender that is none', { from: 'Status' }, 'validation_error', 'Invalid `from` field.'],
  ['no subject', { subject: '' }, 'missing_required_field', 'Missing `subject` field.'],
  ['a subject of two lines', { subject: 'a\nBcc: x@y.example' }, 'validation_error', 'not allowed'],
  ['no body', { html: '', text: '' }, 'missing_required_field', '`html` or `text`'],
  ['a tag with a space', { tags: [{ name: 'a b', value: 'c' }] }, 'validation_error', 'Tags'],
  ['51 recipients', { to: Array(51).fill('a@b.example') }, 'validation_error', 'at most 50'],
  ['a header of two lines', { headers: { A: 'b\r\nC: d' } }, 'validation_error', 'headers'],
  ['an empty attachment', { attachments: [{ filename: 'a' }] }, 'invalid_attachment', 'content'],
  ['a field nobody knows', { reply_too: 'a@b.example' }, 'validation_error', 'reply_too'],
] as const)('%s is refused as Resend refuses it', async ([, wrong, name, message]) => {
  const { mailbox } = await openMailbox()
  const response = await post(`${mailbox.url}/emails`, { ...MAIL, ...wrong })
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    statusCode: 422,
    name,
    message: expect.stringContaining(message),
  })
  expect(mailbox.mails()).toEqual([])
})

test('one wrong mail refuses a strict batch as a whole', async () => {
  const { mailbox, resend } = await openMailbox()
  const { error } = await resend.batch.send([MAIL, { ...MAIL, to: 'nobody' }])
  expect(error).toMatchObject({ statusCode: 422, name: 'validation_error' })
  expect(mailbox.mails()).toEqual([])
})

test('a permissive batch takes the good mails and tells the wrong ones by index', async () => {
  const { mailbox, resend } = await openMailbox()
  const mails = [{ ...MAIL, to: 'nobody' }, MAIL]
  const { data } = await resend.batch.send(mails, { batchValidation: 'permissive' })
  expect(data?.errors).toEqual([{ index: 0, message: expect.stringContaining('`to`') }])
  expect(data?.data).toEqual(mailbox.mails().map(({ id }) => ({ id })))
  expect(mailbox.mails()[0]?.batchIndex).toBe(1)
})

test('a batch takes no attachments, a single mail does', async () => {
  const { mailbox, resend } = await openMailbox()
  const attached = { ...MAIL, attachments: [{ filename: 'a.txt', content: 'aGk=' }] }
  const batch = await post(`${mailbox.url}/emails/batch`, [attached])
  const single = await resend.emails.send(attached)
  expect(batch.status).toBe(422)
  expect(single.error).toBeNull()
  expect(mailbox.mails().map(({ attachments }) => attachments)).toEqual([['a.txt']])
})

test.for([
  ['no key', { authorization: '' }, 401, 'missing_api_key'],
  ['a key of another kind', { authorization: 'Bearer sk_1' }, 403, 'invalid_api_key'],
] as const)('a caller with %s is turned away', async ([, headers, status, name]) => {
  const { mailbox } = await openMailbox()
  const response = await post(`${mailbox.url}/emails`, MAIL, headers)
  expect(await response.json()).toMatchObject({ statusCode: status, name })
})

test('a key for sending only may not read mails', async () => {
  const { mailbox, resend } = await openMailbox()
  await resend.emails.send(MAIL)
  const sender = new Resend('re_restricted_1', { baseUrl: mailbox.url })
  const id = mailbox.mails()[0]?.id ?? ''
  expect((await sender.emails.send(MAIL)).error).toBeNull()
  expect((await sender.emails.get(id)).error?.name).toBe('restricted_api_key')
  expect((await resend.emails.get(id)).data?.subject).toBe('Week 47')
})

test('a body that is not JSON, an unknown path and a wrong method each have their error', async () => {
  const { mailbox } = await openMailbox()
  const broken = await post(`${mailbox.url}/emails`, '{')
  const unknown = await post(`${mailbox.url}/emails/a/b`, {})
  const method = await fetch(`${mailbox.url}/emails/batch`, {
    headers: { authorization: 'Bearer re_test' },
  })
  expect(await broken.json()).toMatchObject({ statusCode: 400, name: 'validation_error' })
  expect(await unknown.json()).toMatchObject({ statusCode: 404, name: 'not_found' })
  expect(await method.json()).toMatchObject({ statusCode: 405, name: 'method_not_allowed' })
})

test('what was asked is remembered without the API key', async () => {
  const { mailbox, resend } = await openMailbox()
  await resend.batch.send([MAIL], { idempotencyKey: 'digest/1/1' })
  const [request] = mailbox.requests
  expect(request).toMatchObject({ method: 'POST', path: '/emails/batch', status: 200 })
  expect(request?.headers).toMatchObject({
    'idempotency-key': 'digest/1/1',
    'user-agent': expect.stringContaining('resend-node'),
    'x-batch-validation': 'strict',
  })
  expect(JSON.stringify(request)).not.toContain('re_test')
})
