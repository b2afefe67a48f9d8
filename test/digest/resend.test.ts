import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { resendMailer } from '../../src/digest/resend.ts'
import type { Mail, SendResult } from '../../src/mail.ts'

const MAIL: Mail = {
  from: 'Digest <digest@example.com>',
  to: 'ann@example.org',
  replyTo: 'hello@example.com',
  subject: 'A subject',
  html: '<p>Words</p>',
  text: 'Words',
  headers: { 'List-Id': '<digest.example.com>' },
  tags: [{ name: 'kind', value: 'digest' }],
}

afterEach(() => vi.unstubAllGlobals())

test('mails reach the provider, and the same key is taken once', async () => {
  const mailer = resendMailer({ apiKey: 're_test', baseUrl: env.RESEND_BASE_URL })
  const mails = [MAIL, { ...MAIL, to: 'bob@example.org' }]
  const key = `test/${crypto.randomUUID()}`
  const first = await mailer.send(mails, key)
  expect(first).toMatchObject({ kind: 'sent' })
  expect(first.kind === 'sent' && new Set(first.ids).size).toBe(2)
  expect(await mailer.send(mails, key)).toEqual(first)
  expect(await mailer.send([MAIL], key)).toMatchObject({
    kind: 'conflict',
    reason: expect.stringContaining('invalid_idempotent_request'),
  })
})

test('one bad address does not refuse the others, and alone it is refused', async () => {
  const mailer = resendMailer({ apiKey: 're_test', baseUrl: env.RESEND_BASE_URL })
  const mails = [MAIL, { ...MAIL, to: 'no address' }, { ...MAIL, to: 'bob@example.org' }]
  const answer = await mailer.send(mails, `test/${crypto.randomUUID()}`)
  expect(answer).toMatchObject({
    kind: 'sent',
    ids: [expect.any(String), null, expect.any(String)],
    refusals: [{ index: 1, reason: expect.stringContaining('Invalid `to` field') }],
  })
  const alone = await mailer.send(mails.slice(1, 2), `test/${crypto.randomUUID()}`)
  expect(alone).toMatchObject({ kind: 'refused' })
})

test('what is used of the quotas is heard with each answer', async () => {
  const headers = { 'x-resend-daily-quota': '40', 'x-resend-monthly-quota': '900' }
  answering(Response.json({ data: [{ id: 'one' }], errors: [] }, { headers }))
  expect(await send()).toMatchObject({ kind: 'sent', usage: { day: 40, month: 900 } })
})

test('a call goes out with key, headers and tags', async () => {
  const asked = answering(Response.json({ data: [{ id: 'one' }] }))
  expect(await send()).toEqual({ kind: 'sent', ids: ['one'], refusals: [], usage: null })
  const request = asked()
  expect(request?.url).toBe('https://mail.example/emails/batch')
  expect(request?.headers.get('idempotency-key')).toBe('key')
  expect(await request?.json()).toEqual([
    {
      from: MAIL.from,
      to: MAIL.to,
      reply_to: MAIL.replyTo,
      subject: MAIL.subject,
      html: MAIL.html,
      text: MAIL.text,
      headers: MAIL.headers,
      tags: MAIL.tags,
    },
  ])
})

test('no answer, an answer of 5xx or one without ids leaves the outcome unknown', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('connection lost')))
  expect(await send()).toMatchObject({ kind: 'unknown' })
  answering(error(500, 'internal_server_error'))
  expect(await send()).toMatchObject({ kind: 'unknown' })
  answering(new Response('<h1>Bad gateway</h1>', { status: 502 }))
  expect(await send()).toMatchObject({ kind: 'unknown' })
  answering(Response.json({ data: [] }))
  expect(await send()).toMatchObject({ kind: 'unknown' })
})

test('too fast, over quota, or busy with the same key means wait, as long as told', async () => {
  answering(error(429, 'rate_limit_exceeded', { 'retry-after': '7' }))
  expect(await send()).toMatchObject({ kind: 'wait', seconds: 7 })
  answering(error(429, 'rate_limit_exceeded', { 'ratelimit-reset': '1' }))
  expect(await send()).toMatchObject({ kind: 'wait', seconds: 1 })
  answering(error(429, 'daily_quota_exceeded'))
  expect(await send()).toMatchObject({ kind: 'wait', seconds: 3600 })
  answering(error(409, 'concurrent_idempotent_requests'))
  expect(await send()).toMatchObject({ kind: 'wait', seconds: 30 })
})

test('a key of ours that is wrong is for the operator to mend: the mails wait', async () => {
  answering(error(401, 'restricted_api_key'))
  expect(await send()).toMatchObject({ kind: 'wait', seconds: 3600 })
  answering(error(403, 'invalid_api_key'))
  expect(await send()).toMatchObject({ kind: 'wait', seconds: 3600 })
})

test('mails that the provider finds fault with are refused, in its words', async () => {
  answering(error(422, 'validation_error'))
  expect(await send()).toEqual({
    kind: 'refused',
    reason: '422 validation_error: words of validation_error',
  })
})

function send(): Promise<SendResult> {
  return resendMailer({ apiKey: 're_test', baseUrl: 'https://mail.example' }).send([MAIL], 'key')
}

/** Lets the outside world give this answer; returns what it was asked. */
function answering(answer: Response): () => Request | undefined {
  const asked: Request[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(new Request(url, init))
    return Promise.resolve(answer)
  })
  return () => asked[0]
}

function error(statusCode: number, name: string, headers: Record<string, string> = {}): Response {
  const body = { statusCode, name, message: `words of ${name}` }
  return Response.json(body, { status: statusCode, headers })
}
