import type { App } from '../app.ts'
import { type LastIssue, readVitals, type Vitals } from '../db/admin/health.ts'
import { MIGRATIONS } from '../db/admin/migrations.ts'
import { isMade } from '../db/issues.ts'
import { findMailAccount } from '../db/mail-account.ts'
import { dueIssue } from '../week.ts'
import { holdOf } from './quota.ts'

const HOUR = 3600 // seconds

/** What is too old, in seconds; docs/health.md tells why. */
export const LIMITS = {
  /** The slowest source is looked at once a day. */
  goodScan: 26 * HOUR,
  /** The cron looks for due sources every quarter of an hour. */
  overdueSource: 2 * HOUR,
  /** A history's pages of one publisher are read one after another, with pauses. */
  queue: 6 * HOUR,
  /** The hourly cron makes the issue; a missed run is made up for by the next. */
  issue: 3 * HOUR,
} as const

/** A moment, and how many seconds ago it was; null where there was none. */
export type Aged = { at: string; ageSeconds: number } | null

/** How it goes: what /health tells. Nothing in it is secret or of a person. */
export type Health = {
  isOk: boolean
  at: string
  scan: { isOk: boolean; lastGood: Aged; overdue: Aged }
  /** Not judged: no news is no fault. */
  articles: { newest: Aged }
  queue: { isOk: boolean; oldest: Aged; kind: keyof Vitals['oldest'] | null }
  issue: { isOk: boolean; due: string; dueAt: string; isMade: boolean; last: LastIssue | null }
  migrations: { isOk: boolean; applied: number; expected: number; missing: string[] }
}

/** Looks how it goes now. Throws where there is no database to ask. */
export async function readHealth(app: App): Promise<Health> {
  const now = app.now()
  const due = dueIssue(now, app.config.digest)
  const ids = app.config.sources.map(({ id }) => id)
  const [vitals, made, account] = await Promise.all([
    readVitals(app.db, ids, now.toISOString()),
    isMade(app.db, due.id),
    findMailAccount(app.db),
  ])
  const isHeld = holdOf(account, app.config.mail.quota, now) !== null
  return judge(vitals, { now, due, isMade: made, isHeld })
}

type Beside = {
  now: Date
  due: { id: string; moment: Date }
  isMade: boolean
  /** While sending waits for a quota or is paused, mails that wait are no fault. */
  isHeld: boolean
}

/** What is as it should be. Pure. */
export function judge(vitals: Vitals, { now, due, isMade, isHeld }: Beside): Health {
  const aged = ageAt(now)
  const lastGood = aged(vitals.lastGoodScan)
  const overdue = aged(overdueAt(vitals, now))
  const [kind, since] = oldestOf(vitals.oldest, isHeld)
  const oldest = aged(since)
  const missing = MIGRATIONS.filter((name) => !vitals.migrations.includes(name))
  const wasThere = vitals.firstScan !== null && vitals.firstScan < due.moment.toISOString()
  const isLate = !isMade && wasThere && secondsBetween(due.moment, now) > LIMITS.issue
  const checks = {
    scan: {
      isOk: isWithin(lastGood, LIMITS.goodScan, false) && isWithin(overdue, LIMITS.overdueSource),
      lastGood,
      overdue,
    },
    queue: { isOk: isWithin(oldest, LIMITS.queue), oldest, kind },
    issue: {
      isOk: !isLate,
      due: due.id,
      dueAt: due.moment.toISOString(),
      isMade,
      last: vitals.lastIssue,
    },
    migrations: {
      isOk: missing.length === 0,
      applied: vitals.migrations.length,
      expected: MIGRATIONS.length,
      missing,
    },
  }
  const isOk = Object.values(checks).every((check) => check.isOk)
  const articles = { newest: aged(vitals.newestArticle) }
  return { isOk, at: now.toISOString(), ...checks, articles }
}

function overdueAt({ overdueSince }: Vitals, now: Date): string | null {
  return overdueSince !== null && overdueSince < now.toISOString() ? overdueSince : null
}

function oldestOf(
  oldest: Vitals['oldest'],
  isHeld: boolean,
): [kind: keyof Vitals['oldest'] | null, since: string | null] {
  const kinds = Object.keys(oldest) as (keyof Vitals['oldest'])[]
  const open = kinds
    .filter((kind) => !(isHeld && kind === 'mails'))
    .flatMap((kind) => (oldest[kind] ? [[kind, oldest[kind]] as const] : []))
    .sort(([, one], [, other]) => one.localeCompare(other))
  const [kind = null, since = null] = open[0] ?? []
  return [kind, since]
}

function isWithin(aged: Aged, limit: number, ifNone = true): boolean {
  return aged === null ? ifNone : aged.ageSeconds <= limit
}

function ageAt(now: Date): (at: string | null) => Aged {
  return (at) =>
    at === null ? null : { at, ageSeconds: Math.max(0, secondsBetween(new Date(at), now)) }
}

function secondsBetween(from: Date, until: Date): number {
  return Math.round((until.getTime() - from.getTime()) / 1000)
}
