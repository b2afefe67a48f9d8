import { purgeLog } from './purge.log.ts'
import { purgeAddresses, purgeDeliveries } from './purge.mail.ts'
import { purgePages, purgeScans, purgeTexts } from './purge.news.ts'

/** What is older than its moment here has had its time: ISO 8601 UTC. */
export type Keeping = {
  now: string
  textsFrom: string
  scansFrom: string
  logFrom: string
  /** Deliveries and events of issues that were sent to the end before. */
  mailFrom: string
  unconfirmedFrom: string
  /** Wishes to subscribe that nobody worked on. */
  requestsFrom: string
}

/** How many rows of each kind went, or lost their text. */
export type Purged = Record<
  'texts' | 'pages' | 'looks' | 'scans' | 'deliveries' | 'events' | 'addresses' | 'log',
  number
>

/**
 * Drops some of what has had its time: each kind by itself, all or nothing, and no more rows than one
 * step of it may have, so that the next run goes on. What is still needed stays: see each kind.
 */
export async function purge(db: D1Database, keeping: Keeping): Promise<Purged> {
  return {
    ...(await purgeAddresses(db, keeping)),
    ...(await purgeTexts(db, keeping)),
    ...(await purgePages(db, keeping)),
    ...(await purgeScans(db, keeping)),
    ...(await purgeDeliveries(db, keeping)),
    ...(await purgeLog(db, keeping)),
  }
}
