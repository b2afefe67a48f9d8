import type { App } from '../app.ts'
import { isMade } from '../db/issues.ts'
import { newsOfWeek } from '../db/news-of-week.ts'
import { currentStatus } from '../db/status.ts'
import { dayIn, dueIssue } from '../week.ts'
import { makeIssue, type ReadNews } from './compose.ts'
import { periodOf, toldBefore } from './period.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const WEEK = 7 * DAY
const MAKE_UP = DAY // a missed cron is made up for within a day

/**
 * Makes the issue whose hour has come at `at`, once, and starts its sending. It tells what is new
 * since the issue before it, the first one all that is known. Returns its id, or null where none
 * is due or this week has one.
 */
export async function composeDue(
  app: App,
  at: Date,
  readNews: ReadNews = newsOfWeek,
): Promise<string | null> {
  const { id, moment } = dueIssue(at, app.config.digest)
  if (at.getTime() - moment.getTime() >= MAKE_UP || (await isMade(app.db, id))) return null
  const previous = await toldBefore(app.db, 'weekly', moment.toISOString())
  const period = periodOf('weekly', previous, moment)
  const isNew = await makeIssue(app, { id, kind: 'weekly', period, previous }, readNews)
  return isNew ? id : null
}

/** The issue whose hour comes next. */
export function nextIssue({ now, config }: App): { id: string; moment: Date } {
  return dueIssue(new Date(now().getTime() + WEEK), config.digest)
}

/**
 * Makes an issue at once where the status is another than those were told who asked for changes
 * only: the latest such issue's or, before any, the first issue's. At most one a day, by the clocks
 * of the digest; what changes later that day waits for the next. Returns its id, or null.
 */
export async function composeChange(
  app: App,
  at: Date,
  readNews: ReadNews = newsOfWeek,
): Promise<string | null> {
  const previous = await toldBefore(app.db, 'status', at.toISOString())
  if (!previous) return null
  const { stage } = await currentStatus(app.db)
  const id = changeId(app, at)
  if (stage === null || stage === previous.stage || (await isMade(app.db, id))) return null
  const period = periodOf('status', previous, at)
  const isNew = await makeIssue(app, { id, kind: 'status', period, previous }, readNews)
  return isNew ? id : null
}

/** The id of an issue on a change: the day that the clocks of the digest show. */
export function changeId({ config }: App, at: Date): string {
  return `${dayIn(config.digest.timeZone, at)}-status`
}
