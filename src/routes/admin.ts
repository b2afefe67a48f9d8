import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { timingSafeEqual } from 'hono/utils/buffer'
import { z } from 'zod'
import type { App } from '../app.ts'
import { findBackfill } from '../db/backfills.ts'
import { findScan } from '../db/scans.ts'
import { startBackfill } from '../scrape/backfill.ts'
import { askAnew, rescan } from '../scrape/scrape.ts'
import { problem } from './problem.ts'

const BODY_LIMIT = 10 * 1024 // bytes

/**
 * What an admin may ask for: a look at one source by its id, or at all where none is named; at all of
 * it, though its server says that nothing has changed; or its history.
 */
const scanRequest = z.union([
  z.strictObject({ source: z.string().min(1).optional() }),
  z.strictObject({ source: z.string().min(1), anew: z.literal(true) }),
  z.strictObject({ source: z.string().min(1), backfill: z.literal(true) }),
])

/** Rescans and how they went, for whoever bears the admin's token. */
export function adminRoutes(app: App): Hono {
  return new Hono()
    .use('/admin/*', onlyAdmin(app.config.adminToken))
    .post('/admin/scans', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
      const wanted = await c.req.text().then(scanRequestOf)
      if (!wanted.success) return problem(c, 400, 'Bad request', z.prettifyError(wanted.error))
      const scan = await begin(app, wanted.data)
      if (scan.kind === 'no history') {
        return problem(
          c,
          409,
          'No history',
          `Source "${wanted.data.source}" has no pages to go back.`,
        )
      }
      if (!('scanId' in scan)) {
        return problem(c, 404, 'Unknown source', `No source has the id "${wanted.data.source}".`)
      }
      const url = `/admin/scans/${scan.scanId}`
      return c.json({ id: scan.scanId, state: scan.kind, url }, 202, { location: url })
    })
    .get('/admin/scans/:id', async (c) => {
      const id = c.req.param('id')
      const [scan, backfill] = await Promise.all([findScan(app.db, id), findBackfill(app.db, id)])
      return scan
        ? c.json({ ...scan, backfill })
        : problem(c, 404, 'Unknown scan', 'No scan has this id.')
    })
}

async function begin(app: App, wanted: z.infer<typeof scanRequest>) {
  if ('backfill' in wanted) return await startBackfill(app, wanted.source)
  if ('anew' in wanted) await askAnew(app, wanted.source)
  return await rescan(app, wanted.source ?? null)
}

function scanRequestOf(body: string) {
  if (!body.trim()) return scanRequest.safeParse({})
  try {
    return scanRequest.safeParse(JSON.parse(body))
  } catch {
    return scanRequest.safeParse(body)
  }
}

/** Lets only whoever bears the admin's token through. */
export function onlyAdmin(adminToken: string | null): MiddlewareHandler {
  return async (c, next) => {
    if (!adminToken) {
      return problem(
        c,
        503,
        'No admin',
        'ADMIN_TOKEN is not set, or is shorter than 32 characters.',
      )
    }
    const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    if (!(await timingSafeEqual(token, adminToken))) {
      c.header('www-authenticate', 'Bearer')
      return problem(c, 401, 'Not signed in', 'Send "Authorization: Bearer" with the admin token.')
    }
    c.header('cache-control', 'no-store')
    return await next()
  }
}
