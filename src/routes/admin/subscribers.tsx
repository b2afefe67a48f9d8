import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import {
  type CountedDay,
  countedDays,
  countStates,
  type StateCount,
} from '../../db/admin/subscribers.ts'
import { findCase, LIFTABLE } from '../../db/admin/support-case.ts'
import { erase, find, liftByAddress, liftById, UNKNOWN, unsubscribe } from './subscribers.acts.ts'
import { CaseView } from './subscribers.case.tsx'
import { SubscribersView } from './subscribers.page.tsx'
import { type AdminHono, act, show } from './twin.tsx'

const SHOWN = 366 * 24 * 60 * 60 * 1000 // ms of counted days

const one = z.object({ id: z.uuid() })
const byAddress = z.object({ address: z.string().min(3).max(400) })

export type SubscribersShown = { at: string; states: StateCount[]; days: CountedDay[] }

/** How many subscribers there are, and one of them for a support case: never a list of who. */
export function subscriberRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/subscribers',
    asks: z.object({}),
    read: () => readSubscribers(app),
    title: () => 'Subscribers',
    view: (shown) => <SubscribersView {...shown} />,
    head: () => <link rel="stylesheet" href="/admin-mail.css" />,
  })
  show(hono, app, {
    path: '/subscribers/:id',
    asks: one,
    read: async ({ wanted }) => {
      const found = await findCase(app.db, wanted.id, app.now().toISOString())
      const reason = found?.suppression?.reason
      return found ? { ...found, mayBeLifted: !!reason && LIFTABLE.includes(reason) } : UNKNOWN
    },
    title: () => 'A subscriber',
    view: (found) => <CaseView found={found} />,
    head: () => <link rel="stylesheet" href="/admin-mail.css" />,
  })
  acted(hono, app)
  return hono
}

function acted(hono: AdminHono, app: App): void {
  const path = (name: string) => `/subscribers/${name}`
  act(hono, app, { path: path('find'), asks: byAddress, act: (asked) => find(app, asked) })
  act(hono, app, { path: path('lift'), asks: byAddress, act: (asked) => liftByAddress(app, asked) })
  act(hono, app, { path: path(':id/lift'), asks: one, act: (asked) => liftById(app, asked) })
  act(hono, app, { path: path(':id/erase'), asks: one, act: (asked) => erase(app, asked) })
  act(hono, app, {
    path: path(':id/unsubscribe'),
    asks: one,
    act: (asked) => unsubscribe(app, asked),
  })
}

async function readSubscribers(app: App): Promise<SubscribersShown> {
  const now = app.now()
  const at = now.toISOString()
  const from = new Date(now.getTime() - SHOWN).toISOString().slice(0, 10)
  const [states, days] = await Promise.all([countStates(app.db, at), countedDays(app.db, from)])
  return { at, states, days }
}
