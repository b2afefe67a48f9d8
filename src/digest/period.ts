import { firstIssue, type IssueKind, issueBefore } from '../db/issues.ts'
import type { IssueNews } from '../issue.ts'
import { type Period, THE_BEGINNING } from './compose.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const WEEK = 7 * DAY
const TOO_OLD = 13 * DAY // what two later issues told since

/**
 * What the readers of an issue that tells up to `until` (ISO 8601 UTC) were told before: by the issue
 * of its kind before it, or of a change, where none was told of yet, by the first issue of all. Null
 * where they were told nothing.
 */
export async function toldBefore(
  db: D1Database,
  kind: IssueKind,
  until: string,
): Promise<IssueNews['previous']> {
  const before = await issueBefore(db, until, kind)
  if (before || kind === 'weekly') return before
  const first = await firstIssue(db)
  return first && first.until < until ? first : null
}

/** What an issue of a moment covers: what came since its readers were told, of a change at most a week. */
export function periodOf(kind: IssueKind, previous: IssueNews['previous'], at: Date): Period {
  const until = at.toISOString()
  if (!previous) return { from: THE_BEGINNING, until }
  const weekBefore = new Date(at.getTime() - WEEK).toISOString()
  const isLong = kind === 'status' && previous.until < weekBefore
  return { from: isLong ? weekBefore : previous.until, until }
}

/** An issue that tells up to this moment (ISO 8601 UTC) or less is not sent any more. */
export function sendableAfter(now: Date): string {
  return new Date(now.getTime() - TOO_OLD).toISOString()
}
