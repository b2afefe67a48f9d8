import type { App } from '../app.ts'
import { purge } from '../db/purge.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const UNCONFIRMED = 7 // days; the privacy page says so, and an address has its budget of mails for as long
const REQUESTS = 2 // days; worked on within an hour, then its link would be dead

/**
 * Drops what has had its time, some of it a run: the hourly runs after it go on. How long what is kept
 * stands in the configuration.
 */
export async function purgeOld(app: App): Promise<void> {
  const { textDays, scanDays, logDays, mailDays } = app.config.keep
  const now = app.now().getTime()
  const ago = (days: number) => new Date(now - days * DAY).toISOString()
  const purged = await purge(app.db, {
    now: ago(0),
    textsFrom: ago(textDays),
    scansFrom: ago(scanDays),
    logFrom: ago(logDays),
    mailFrom: ago(mailDays),
    unconfirmedFrom: ago(UNCONFIRMED),
    requestsFrom: ago(REQUESTS),
  })
  app.log('purged', purged)
}
