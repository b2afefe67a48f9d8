import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { audit } from '../../db/admin/audit.ts'
import { findBackfill } from '../../db/backfills.ts'
import { findScan } from '../../db/scans.ts'
import { startBackfill } from '../../scrape/backfill.ts'
import { askAnew, rescan } from '../../scrape/scrape.ts'
import { type Trouble, trouble } from './trouble.ts'
import { type AdminHono, type Asked, act, type Done } from './twin.tsx'

/**
 * What an admin may ask for: a look at one source by its id, or at all where none is named; at all of
 * it, though its server says that nothing has changed; or its history.
 */
const asks = z.union([
  z.strictObject({ source: z.string().min(1).optional() }),
  z.strictObject({ source: z.string().min(1), anew: z.literal(true) }),
  z.strictObject({ source: z.string().min(1), backfill: z.literal(true) }),
])

type Wanted = z.infer<typeof asks>

/** Rescans and how they went. */
export function scanRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  act(hono, app, { path: '/scans', asks, act: (asked) => start(app, asked) })
  return hono.get('/api/admin/scans/:id', async (c) => {
    const id = c.req.param('id')
    const [scan, backfill] = await Promise.all([findScan(app.db, id), findBackfill(app.db, id)])
    return scan ? c.json({ ...scan, backfill }) : c.notFound()
  })
}

async function start(app: App, { wanted, who }: Asked<Wanted>): Promise<Done | Trouble> {
  const scan = await begin(app, wanted)
  if (scan.kind === 'no history') {
    return trouble(409, 'No history', `Source "${wanted.source}" has no pages to go back.`)
  }
  if (!('scanId' in scan)) {
    return trouble(404, 'Unknown source', `No source has the id "${wanted.source}".`)
  }
  const to = `/scans/${scan.scanId}`
  const at = app.now().toISOString()
  await audit(app.db, { at, who, act: 'rescan', subject: scan.scanId, after: wanted }).run()
  const data = { id: scan.scanId, state: scan.kind, url: `/api/admin${to}` }
  return {
    said: scan.kind === 'started' ? 'It begins.' : 'It runs already.',
    to,
    data,
    status: 202,
  }
}

async function begin(app: App, wanted: Wanted) {
  if ('backfill' in wanted) return await startBackfill(app, wanted.source)
  if ('anew' in wanted) await askAnew(app, wanted.source)
  return await rescan(app, wanted.source ?? null)
}
