import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { App } from '../app.ts'
import { isSigned, readEvent, takeEvent } from '../digest/webhook.ts'
import { problem } from './problem.ts'

const BODY_LIMIT = 256 * 1024 // bytes

/** What the mail provider tells of mails: signed, at least once, in any order. */
export function webhookRoutes(app: App): Hono {
  return new Hono().post('/webhooks/resend', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
    const { webhookSecret } = app.config
    if (!webhookSecret) return problem(c, 503, 'No webhooks', 'RESEND_WEBHOOK_SECRET is not set.')
    const id = c.req.header('svix-id') ?? ''
    const timestamp = c.req.header('svix-timestamp') ?? ''
    const signature = c.req.header('svix-signature') ?? ''
    const payload = await c.req.text()
    if (!isSigned(payload, { id, timestamp, signature }, webhookSecret)) {
      return problem(c, 401, 'Not signed', 'The signature is missing, wrong or too old.')
    }
    const event = readEvent(payload)
    if (!event) return problem(c, 422, 'Unknown form', 'This is no event that we can read.')
    await takeEvent(app, id, event)
    return c.body(null, 204)
  })
}
