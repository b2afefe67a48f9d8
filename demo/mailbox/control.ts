import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import type { Box } from './box.ts'
import { fault } from './fault.ts'
import { LAST_EVENTS } from './mail.ts'

const DELIVERY = z.strictObject({
  id: z.uuid(),
  event: z.enum(LAST_EVENTS).optional(),
  extra: z
    .strictObject({
      data: z.record(z.string(), z.unknown()),
      svixId: z.string(),
      svixTimestamp: z.int(),
      secret: z.string(),
    })
    .partial()
    .optional(),
})

/**
 * The same levers that Mailbox has, for tests that run elsewhere than the mailbox does:
 * GET /requests, POST /fault (a Fault or null), /clear (null), /deliver ({ id, event?, extra? }).
 */
export function createControl(box: Box): Hono {
  const control = new Hono()
  control.use(onlyPrograms)
  control.get('/requests', (c) => c.json(box.requests))
  control.post('/fault', async (c) => {
    const next = fault.nullable().safeParse(await c.req.json())
    if (!next.success) return c.text(z.prettifyError(next.error), 422)
    box.faults.set(next.data)
    return c.body(null, 204)
  })
  control.post('/clear', (c) => {
    box.clear()
    return c.body(null, 204)
  })
  control.post('/deliver', async (c) => {
    const wanted = DELIVERY.safeParse(await c.req.json())
    if (!wanted.success) return c.text(z.prettifyError(wanted.error), 422)
    const { id, event, extra } = wanted.data
    return c.json({ status: await box.deliver(id, event, extra) })
  })
  return control
}

/** A page in a browser cannot send this type across origins without being asked first. */
const onlyPrograms = createMiddleware(async (c, next) => {
  const isJson = c.req.header('content-type') === 'application/json'
  if (c.req.method !== 'GET' && !isJson) return c.text('Send application/json.', 415)
  await next()
})
