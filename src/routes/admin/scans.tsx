import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { audit, auditIfThere } from '../../db/admin/audit.ts'
import { listScans, scanProgress } from '../../db/admin/progress.ts'
import { stopScan } from '../../db/admin/stop.ts'
import { findSource } from '../../db/sources.ts'
import { goOn } from '../../scrape/go-on.ts'
import { scanEvents } from './scan.events.tsx'
import { type ScanShown, ScanView } from './scan.page.tsx'
import { stateOf } from './scan.state.ts'
import { ScansView } from './scans.page.tsx'
import { beginScan, scanAsks, type WantedScan } from './scans.wanted.ts'
import { isTrouble, type Trouble, trouble } from './trouble.ts'
import { type AdminHono, type Asked, act, type Done, show } from './twin.tsx'

const LATEST = 30

const one = z.object({ id: z.string() })
const UNKNOWN = trouble(404, 'Unknown scan', 'No scan has this id.')

type AskedOne = Asked<z.infer<typeof one>>

/** Rescans: asked for, followed, stopped. */
export function scanRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/scans',
    asks: z.object({}),
    read: async () => ({ scans: await listScans(app.db, LATEST) }),
    title: () => 'Scans',
    view: ({ scans }) => <ScansView app={app} scans={scans} />,
  })
  act(hono, app, { path: '/scans', asks: scanAsks, act: (asked) => start(app, asked) })
  show(hono, app, {
    path: '/scans/:id',
    asks: one,
    read: async ({ wanted }) => (await readScan(app, wanted.id)) ?? UNKNOWN,
    title: () => 'Scan',
    view: (scan) => <ScanView scan={scan} />,
    head: (scan) => <Follow scan={scan} />,
  })
  act(hono, app, { path: '/scans/:id/stop', asks: one, act: (asked) => stop(app, asked) })
  act(hono, app, { path: '/scans/:id/go-on', asks: one, act: (asked) => resume(app, asked) })
  scanEvents(hono, app, readScan)
  return hono
}

async function readScan(app: App, id: string): Promise<ScanShown | null> {
  const scan = await scanProgress(app.db, id)
  return scan && { ...scan, ...stateOf(scan, app.now()) }
}

/** Follows a scan that goes on: by a script, and where none runs by loading the page again. */
function Follow({ scan: { state } }: { scan: ScanShown }) {
  if (state !== 'running' && state !== 'waiting') return null
  return (
    <>
      <script src="/admin.js" defer />
      <noscript>
        <meta http-equiv="refresh" content={state === 'running' ? '3' : '60'} />
      </noscript>
    </>
  )
}

async function start(app: App, { wanted, who }: Asked<WantedScan>): Promise<Done | Trouble> {
  const before = wanted.source ? await findSource(app.db, wanted.source) : null
  const act = {
    ...{ at: app.now().toISOString(), who, act: 'start scan' },
    before: before && { state: before.state, lastScanAt: before.lastScanAt },
    after: Object.keys(wanted).length ? wanted : { source: 'all' },
  }
  const begun = await beginScan(app, wanted, (id) => [
    auditIfThere(app.db, 'scans', { ...act, subject: id }),
  ])
  if (isTrouble(begun)) return begun
  const { scanId, kind, until = null } = begun
  const to = `/scans/${scanId}`
  const said = {
    started: 'It begins.',
    running: 'It runs already.',
    waiting: `Not before ${until}.`,
  }
  const data = { id: scanId, state: kind, until, url: `/api/admin${to}` }
  return { said: said[kind], to, data, status: 202 }
}

async function stop(app: App, { wanted: { id }, who }: AskedOne): Promise<Done | Trouble> {
  const scan = await readScan(app, id)
  if (!scan) return UNKNOWN
  const to = `/scans/${id}`
  if (scan.state === 'done' || scan.state === 'stopped') {
    return { said: `It is ${scan.state} already.`, to, data: { state: scan.state } }
  }
  const at = app.now().toISOString()
  const [before, after] = [{ state: scan.state, ...scan.pages }, { state: 'stopped' }]
  await app.db.batch([
    ...stopScan(app.db, { id, at, who }),
    audit(app.db, { at, who, act: 'stop scan', subject: id, before, after }),
  ])
  return { said: 'Stopped. What it was asking just now is still kept.', to, data: after }
}

async function resume(app: App, { wanted: { id }, who }: AskedOne): Promise<Done | Trouble> {
  const scan = await readScan(app, id)
  if (!scan) return UNKNOWN
  const to = `/scans/${id}`
  if (!scan.stoppedAt) return { said: 'It is not stopped.', to, data: { state: scan.state } }
  const at = app.now().toISOString()
  const before = { stoppedBy: scan.stoppedBy, stoppedAt: scan.stoppedAt }
  const after = { state: 'running' }
  await goOn(app, id, audit(app.db, { at, who, act: 'let scan go on', subject: id, before, after }))
  return { said: 'It goes on.', to, data: after }
}
