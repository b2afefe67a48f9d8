import type { App } from '../app.ts'
import { purge } from '../db/purge.ts'
import { resumeConfirmations } from './confirmation.ts'
import { finishErasures } from './erase.ts'

const HOUR = 60 * 60 * 1000 // ms
const DAY = 24 * HOUR
const UNCONFIRMED_KEPT = 7 * DAY
const REQUEST_KEPT = 2 * DAY // worked on within an hour; after two days its link would be dead

/** What is done each hour for subscribers: lost messages sent again, the old and the erased gone. */
export async function keepHouse(app: App): Promise<void> {
  const now = app.now().getTime()
  await resumeConfirmations(app)
  const erased = await finishErasures(app)
  const purged = await purge(app.db, {
    now: iso(now),
    unconfirmedFrom: iso(now - UNCONFIRMED_KEPT),
    requestsFrom: iso(now - REQUEST_KEPT),
  })
  app.log('house.kept', { erased, purged })
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
