import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { App } from '../app.ts'
import { CHOICE_IDS } from '../choice.ts'
import { exportSubscribers, importSubscribers } from '../digest/import.ts'
import { reportKeys, rotateKeys } from '../digest/rotate.ts'
import { onlyAdmin } from './admin.ts'
import { problem } from './problem.ts'

const BODY_LIMIT = 256 * 1024 // bytes
const ROWS_A_CALL = 50 // about 5 ms of CPU

const moment = z.iso.datetime({ offset: true })
const words = z.string().trim().min(1).max(2000)

const importSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        email: z.string().max(400),
        confirmedAt: moment,
        form: words,
        text: words,
        source: words,
        choice: z.enum(CHOICE_IDS),
        pausedUntil: moment.nullable(),
        hasLeft: z.boolean(),
      }),
    )
    .max(ROWS_A_CALL),
})

const rotateSchema = z.strictObject({
  after: z.string().default(''),
  rows: z.int().min(1).max(200).default(ROWS_A_CALL),
})

const pageSchema = z.object({
  after: z.string().default(''),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

/** Keys and lists of subscribers, in small steps, for the commands that go through all of them. */
export function adminSubscriberRoutes(app: App): Hono {
  return new Hono()
    .use('/admin/*', onlyAdmin(app.config.adminToken))
    .get('/admin/keys', async (c) => c.json({ keys: await reportKeys(app) }))
    .post('/admin/keys/rotate', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
      const wanted = rotateSchema.safeParse(await jsonOf(c))
      if (!wanted.success) return bad(c, wanted.error)
      return c.json(await rotateKeys(app, wanted.data.after, wanted.data.rows))
    })
    .get('/admin/subscribers', async (c) => {
      const wanted = pageSchema.safeParse(c.req.query())
      if (!wanted.success) return bad(c, wanted.error)
      return c.json(await exportSubscribers(app, wanted.data))
    })
    .post('/admin/subscribers', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
      const wanted = importSchema.safeParse(await jsonOf(c))
      if (!wanted.success) return bad(c, wanted.error)
      return c.json({ outcomes: await importSubscribers(app, wanted.data.rows) })
    })
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return JSON.parse((await c.req.text()) || '{}')
  } catch {
    return null // malformed: refused as what it is not
  }
}

function bad(c: Context, error: z.ZodError): Response {
  return problem(c, 400, 'Bad request', z.prettifyError(error))
}
