import { Hono } from 'hono'
import type { z } from 'zod'
import type { App } from '../../app.ts'
import { type Correction, listCorrections } from '../../db/corrections.ts'
import { undo } from './articles.acts.ts'
import { ONE, SOME_CORRECTIONS } from './articles.asks.ts'
import { Styles } from './articles.tsx'
import { CorrectionsView } from './corrections.page.tsx'
import { type AdminHono, act, show } from './twin.tsx'

export type ListedCorrections = { corrections: Correction[]; next: string | null }

/** What admins corrected, latest first, each to be undone. */
export function correctionRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/corrections',
    asks: SOME_CORRECTIONS,
    read: ({ wanted }) => readCorrections(app, wanted),
    title: () => 'Corrections',
    view: (listed) => <CorrectionsView {...listed} />,
    head: Styles,
  })
  act(hono, app, { path: '/corrections/:id/undo', asks: ONE, act: (asked) => undo(app, asked) })
  return hono
}

async function readCorrections(
  app: App,
  { before, limit }: z.infer<typeof SOME_CORRECTIONS>,
): Promise<ListedCorrections> {
  const found = await listCorrections(app.db, { before: before ?? null, limit: limit + 1 })
  const corrections = found.slice(0, limit)
  return { corrections, next: found.length > limit ? (corrections.at(-1)?.id ?? null) : null }
}
