import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { apiError, refuse } from './api-error.ts'
import type { Box } from './box.ts'
import { checkCaller, recordRequest } from './caller.ts'
import { sufferAfter, sufferBefore, sufferDuring } from './cut.ts'
import type { Claim } from './idempotency.ts'
import { checkQuota } from './limits.ts'
import { recipients } from './mail.ts'
import { emailOf, emailsPage } from './mail-api.ts'
import { type SendContext, type Sent, sendBatch, sendOne } from './send.ts'

const BODY_LIMIT = 40 * 1024 * 1024 // bytes, Resend's own

type Env = { Bindings: HttpBindings }

type Send = (body: unknown, context: SendContext) => Sent

/** Resend's HTTP API under /emails, as far as mails are sent and looked at. */
export function createApi(box: Box): Hono<Env> {
  const api = new Hono<Env>()
  const wrongMethod = () => refuse(apiError('method_not_allowed'))
  api.use(bodyLimit({ maxSize: BODY_LIMIT, onError: tooLarge }))
  api.use(recordRequest(box), checkCaller(box))
  api.post('/', (c) => send(c, box, sendOne))
  api.post('/batch', (c) => send(c, box, sendBatch))
  api.get('/', (c) => Response.json(emailsPage(box.mails, c.req.query())))
  api.all('/', wrongMethod)
  api.all('/batch', wrongMethod)
  api.get('/:id', (c) => {
    const mail = box.mails.find(({ id }) => id === c.req.param('id'))
    return mail ? Response.json(emailOf(mail)) : refuse(apiError('not_found', 'Email not found'))
  })
  api.all('/:id', wrongMethod)
  api.all('*', () => refuse(apiError('not_found')))
  return api
}

function tooLarge(): Response {
  return refuse(apiError('validation_error', 'The request body is larger than 40 MB.', 413))
}

async function send(c: Context<Env>, box: Box, read: Send): Promise<Response> {
  const body = await c.req.text()
  const fault = box.faults.next(body)
  const early = sufferBefore(fault, c.env)
  if (early) return early
  const key = c.req.header('idempotency-key')
  const claim = claimKey(box, key, payloadOf(c, body))
  if (claim.kind === 'refused') return refuse(claim.error)
  if (claim.kind === 'replay') return sufferAfter(fault, c.env, replay(box, claim.answer))
  try {
    const given = await sufferDuring(fault, c.env)
    return given ?? sufferAfter(fault, c.env, accept(c, box, read, body))
  } finally {
    if (key !== undefined) box.keys.release(key)
  }
}

function claimKey(box: Box, key: string | undefined, payload: string): Claim {
  return key === undefined ? { kind: 'new' } : box.keys.claim(key, payload)
}

/** One key belongs to one endpoint and one body, byte for byte. */
function payloadOf(c: Context<Env>, body: string): string {
  return `${c.req.path}\n${body}`
}

function replay(box: Box, answer: Record<string, unknown>): Response {
  return Response.json(answer, { headers: checkQuota(box.mails, 0, box.quotas, box.now()).headers })
}

function accept(c: Context<Env>, box: Box, read: Send, body: string): Response {
  const json = parseJson(body)
  if (!json) return refuse(apiError('validation_error', 'The body is not valid JSON.', 400))
  const key = c.req.header('idempotency-key')
  const validation = c.req.header('x-batch-validation') ?? 'strict'
  const sent = read(json.value, { now: box.now(), idempotencyKey: key ?? null, validation })
  if (sent.kind === 'refused') return refuse(sent.error)
  const adding = sent.mails.flatMap(recipients).length
  const quota = checkQuota(box.mails, adding, box.quotas, box.now())
  if (quota.error) return refuse(quota.error, quota.headers)
  if (key !== undefined) box.keys.keep(key, payloadOf(c, body), sent.answer)
  box.take(sent.mails)
  return Response.json(sent.answer, { headers: quota.headers })
}

function parseJson(body: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(body) }
  } catch {
    return null
  }
}
