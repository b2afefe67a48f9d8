import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { CHOICE_IDS } from '../../choice.ts'
import { audit } from '../../db/admin/audit.ts'
import { exportSubscribers } from '../../digest/export.ts'
import { importSubscribers } from '../../digest/import.ts'
import { reportKeys, rotateKeys } from '../../digest/rotate.ts'
import { problem } from '../problem.ts'
import { type AdminHono, jsonOf } from './twin.tsx'

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

/**
 * Keys and lists of subscribers, in small steps, for the commands that go through all of them: the one
 * part of the admin's API that no page shows, since it tells addresses.
 */
export function subscriberListRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  return hono
    .get('/api/admin/keys', async (c) => c.json({ keys: await reportKeys(app) }))
    .post('/api/admin/keys/rotate', async (c) => {
      const wanted = rotateSchema.safeParse(await jsonOf(c))
      if (!wanted.success) return bad(c, wanted.error)
      const { after, rows } = wanted.data
      const withStep = (count: number) => [entryOf(app, c.get('who'), 'rotate keys', { count })]
      return c.json(await rotateKeys(app, after, rows, withStep))
    })
    .get('/api/admin/subscribers/export', async (c) => {
      const wanted = pageSchema.safeParse(c.req.query())
      if (!wanted.success) return bad(c, wanted.error)
      const page = await exportSubscribers(app, wanted.data)
      const { length: count } = page.subscribers
      await entryOf(app, c.get('who'), 'export subscribers', { count }).run() // before it is told
      return c.json(page)
    })
    .post('/api/admin/subscribers/import', async (c) => {
      const wanted = importSchema.safeParse(await jsonOf(c))
      if (!wanted.success) return bad(c, wanted.error)
      const { rows } = wanted.data
      const entry = entryOf(app, c.get('who'), 'import subscribers', { count: rows.length })
      const outcomes = await importSubscribers(app, rows, entry)
      return c.json({ outcomes })
    })
}

function entryOf(app: App, who: string, act: string, after: object): D1PreparedStatement {
  return audit(app.db, { at: app.now().toISOString(), who, act, subject: '', after })
}

function bad(c: Context, error: z.ZodError): Response {
  return problem(c, 400, 'Bad request', z.prettifyError(error))
}
