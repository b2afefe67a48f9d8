import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { audit } from '../../db/admin/audit.ts'
import { lastLooks, type PastLook } from '../../db/admin/looks.ts'
import {
  addSources,
  findSource,
  listSources,
  pauseSource,
  resumeSource,
  type SourceState,
} from '../../db/sources.ts'
import { lookAddress } from '../../scrape/source-address.ts'
import type { Source } from '../../source.ts'
import { SourceView } from './source.page.tsx'
import { SourcesView } from './sources.page.tsx'
import { type Trouble, trouble } from './trouble.ts'
import { type AdminHono, type Asked, act, type Done, show } from './twin.tsx'

const LAST = 20 // looks

const one = z.object({ id: z.string() })
const pausing = one.extend({ why: z.string().trim().max(300).default('paused by an admin') })

/** A configured source and how it is; null where it was never looked at. */
export type ShownSource = { source: Source; state: SourceState | null }

/** A source with what it answered of late. */
export type ShownLooks = ShownSource & { looks: PastLook[] }

/** The sources: how they are, and whether they are looked at. */
export function sourceRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/sources',
    asks: z.object({}),
    read: async () => ({ sources: await readSources(app) }),
    title: () => 'Sources',
    view: ({ sources }) => <SourcesView sources={sources} now={app.now()} />,
  })
  show(hono, app, {
    path: '/sources/:id',
    asks: one,
    read: async ({ wanted }) => (await readSource(app, wanted.id)) ?? unknown(wanted.id),
    title: ({ source }) => source.id,
    view: (shown) => <SourceView {...shown} now={app.now()} />,
  })
  act(hono, app, { path: '/sources/:id/pause', asks: pausing, act: (asked) => pause(app, asked) })
  act(hono, app, { path: '/sources/:id/resume', asks: one, act: (asked) => resume(app, asked) })
  return hono
}

/** Every configured source with its state. */
export async function readSources({ db, config }: App): Promise<ShownSource[]> {
  const states = new Map((await listSources(db)).map((state) => [state.id, state]))
  return config.sources.map((source) => ({ source, state: states.get(source.id) ?? null }))
}

async function readSource({ db, config }: App, id: string): Promise<ShownLooks | null> {
  const source = config.sources.find((one) => one.id === id)
  if (!source) return null
  const [state, looks] = await Promise.all([findSource(db, id), lastLooks(db, id, LAST)])
  return { source, state, looks }
}

async function pause(
  app: App,
  { wanted: { id, why }, who }: Asked<z.infer<typeof pausing>>,
): Promise<Done | Trouble> {
  const shown = await readSource(app, id)
  if (!shown) return unknown(id)
  const at = app.now().toISOString()
  const before = { state: shown.state?.state ?? null, lastError: shown.state?.lastError ?? null }
  await app.db.batch([
    addSources(app.db, [{ id, url: lookAddress(shown.source) }], at),
    pauseSource(app.db, id, why),
    audit(app.db, {
      at,
      who,
      act: 'pause source',
      subject: id,
      before,
      after: { state: 'paused', lastError: why },
    }),
  ])
  return { said: `${id} is left alone.`, to: `/sources/${id}`, data: { state: 'paused' } }
}

async function resume(
  app: App,
  { wanted: { id }, who }: Asked<z.infer<typeof one>>,
): Promise<Done | Trouble> {
  const state = (await readSource(app, id))?.state
  if (!state) return unknown(id)
  const to = `/sources/${id}`
  if (state.state !== 'paused' && state.state !== 'gone') {
    return { said: `${id} is looked at already.`, to, data: { state: state.state } }
  }
  const at = app.now().toISOString()
  const before = { state: state.state, lastError: state.lastError }
  const after = { state: 'ok' }
  await app.db.batch([
    resumeSource(app.db, id, at),
    audit(app.db, { at, who, act: 'resume source', subject: id, before, after }),
  ])
  return { said: `${id} is looked at again, from the next scan on.`, to, data: after }
}

function unknown(id: string): Trouble {
  return trouble(404, 'Unknown source', `No source has the id "${id}".`)
}
