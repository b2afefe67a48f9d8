import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { audit } from '../../db/admin/audit.ts'
import { type Tried, tryAddress } from '../../scrape/try.ts'
import { TryForm, TryView } from './try.page.tsx'
import { type AdminHono, type Asked, show, showPosted } from './twin.tsx'

const asks = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  kind: z.enum(['feed', 'sitemap', 'page']).default('feed'),
})

type Wanted = z.infer<typeof asks>

/** What a new feed or page would give: asked for once and read, with nothing kept. */
export function tryRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  const common = { path: '/try', title: () => 'Try an address' }
  show(hono, app, {
    ...common,
    asks: z.object({}),
    read: () => Promise.resolve({ kinds: asks.shape.kind.unwrap().options }),
    view: () => <TryForm />,
  })
  showPosted(hono, app, {
    ...common,
    asks,
    read: (asked) => run(app, asked),
    view: (tried, { wanted }) => (
      <>
        <TryForm {...wanted} />
        <TryView tried={tried} />
      </>
    ),
  })
  return hono
}

async function run(app: App, { wanted: { url, kind }, who }: Asked<Wanted>): Promise<Tried> {
  const writeDown = async (after: object | null) => {
    const act = { who, act: 'try address', subject: url, before: { kind }, after }
    await audit(app.db, { at: app.now().toISOString(), ...act }).run()
  }
  await writeDown(null)
  const tried = await tryAddress(app, url, kind)
  await writeDown({ gave: tried.kind })
  return tried
}
