import type { App } from '../app.ts'
import { firstIssue, isMade, issueBefore } from '../db/issues.ts'
import { newsOfWeek } from '../db/news-of-week.ts'
import { currentStatus } from '../db/status.ts'
import { dayIn, dueIssue } from '../week.ts'
import { makeIssue, type Period, type ReadNews, THE_BEGINNING } from './compose.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
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
  const until = moment.toISOString()
  const previous = await issueBefore(app.db, until, 'weekly')
  const period = { from: previous?.until ?? THE_BEGINNING, until }
  if (!(await makeIssue(app, { id, kind: 'weekly', period, previous }, readNews))) return null
  await app.queues.mail.send({ kind: 'plan', issue: id })
  return id
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
  const until = at.toISOString()
  const previous = (await issueBefore(app.db, until, 'status')) ?? (await firstIssue(app.db))
  if (!previous || previous.until >= until) return null
  const { stage } = await currentStatus(app.db)
  const id = `${dayIn(app.config.digest.timeZone, at)}-status`
  if (stage === null || stage === previous.stage || (await isMade(app.db, id))) return null
  const issue = { id, kind: 'status', period: periodOfChange(previous, at), previous } as const
  if (!(await makeIssue(app, issue, readNews))) return null
  await app.queues.mail.send({ kind: 'plan', issue: id })
  return id
}

/** What an issue about a change tells of: what came since the issue before, at most a week of it. */
export function periodOfChange(previous: { until: string }, at: Date): Period {
  const weekBefore = new Date(at.getTime() - 7 * DAY).toISOString()
  const from = [previous.until, weekBefore].sort().at(-1) ?? weekBefore
  return { from, until: at.toISOString() }
}
