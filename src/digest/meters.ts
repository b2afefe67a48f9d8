import type { App } from '../app.ts'
import { databaseBytes, type Used, usedFrom } from '../db/admin/quotas.ts'
import { findMailAccount, type MailAccount } from '../db/mail-account.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const A_MESSAGE = 3 // operations: a queue counts writing, reading and deleting it

// https://developers.cloudflare.com/d1/platform/limits/, /queues/platform/limits/
const FREE_PLAN = {
  operations: 10_000, // of queues, a day
  rowsRead: 5_000_000, // a day
  rowsWritten: 100_000, // a day
  bytes: 500_000_000, // of a database
} as const

/** How much of something is used. */
export type Meter = {
  name: string
  /** Who counts: the mail provider, the database, or we ourselves: then it is at least so much. */
  by: 'provider' | 'database' | 'us'
  used: number
  /** Null where it is not known: then nothing is told of how near it is. */
  limit: number | null
  /** `used` of `limit`; null without a limit. */
  share: number | null
  ends: 'day' | 'month' | null
}

/** What is used of what is limited, nearest to its limit first. */
export async function readMeters(app: App): Promise<Meter[]> {
  const now = app.now()
  const day = now.toISOString().slice(0, 10)
  const [today, month, account, bytes] = await Promise.all([
    usedFrom(app.db, day),
    usedFrom(app.db, `${day.slice(0, 7)}-01`),
    findMailAccount(app.db),
    databaseBytes(app.db),
  ])
  const meters = [
    ...mailMeters(app, account, { today, month }),
    ...platformMeters(today),
    meter('size of the database (bytes)', 'database', bytes, FREE_PLAN.bytes, null),
  ]
  return meters.sort((one, other) => (other.share ?? -1) - (one.share ?? -1))
}

function mailMeters(
  { config, now }: App,
  account: MailAccount,
  { today, month }: { today: Used; month: Used },
): Meter[] {
  const { quota } = config.mail
  const told = stillTrue(account, now())
  return [
    meter('mails today', 'us', today.mails ?? 0, quota.day, 'day'),
    meter('mails this month', 'us', month.mails ?? 0, quota.month, 'month'),
    ...(told.day === null ? [] : [meter('mails today', 'provider', told.day, quota.day, 'day')]),
    ...(told.month === null
      ? []
      : [meter('mails this month', 'provider', told.month, quota.month, 'month')]),
  ]
}

/** What the provider told counts for 24 hours and for the month (UTC). */
function stillTrue({ usedAt, dayUsed, monthUsed }: MailAccount, now: Date) {
  if (!usedAt) return { day: null, month: null }
  const isOfDay = now.getTime() - Date.parse(usedAt) < DAY
  const isOfMonth = usedAt.slice(0, 7) === now.toISOString().slice(0, 7)
  return { day: isOfDay ? dayUsed : null, month: isOfMonth ? monthUsed : null }
}

function platformMeters(today: Used): Meter[] {
  const operations = (today.messages ?? 0) * A_MESSAGE
  return [
    meter('operations of queues', 'us', operations, FREE_PLAN.operations, 'day'),
    meter('rows read', 'us', today['rows read'] ?? 0, FREE_PLAN.rowsRead, 'day'),
    meter('rows written', 'us', today['rows written'] ?? 0, FREE_PLAN.rowsWritten, 'day'),
  ]
}

function meter(
  name: string,
  by: Meter['by'],
  used: number,
  limit: number | null,
  ends: Meter['ends'],
): Meter {
  return { name, by, used, limit, share: limit === null ? null : used / limit, ends }
}
