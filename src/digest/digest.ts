import type { App, MailJob } from '../app.ts'
import { idleChunks } from '../db/deliveries.claim.ts'
import { findIssue, finishIssue, unfinishedIssues } from '../db/issues.ts'
import { newsOfWeek } from '../db/news-of-week.ts'
import { dueIssue } from '../week.ts'
import { makeIssue, type ReadNews } from './compose.ts'
import { sendConfirmation } from './confirmation.ts'
import { planIssue } from './plan.ts'
import { type Again, sendChunk } from './send.ts'

const HOUR = 60 * 60 * 1000 // ms
const MAKE_UP = 24 * HOUR // a missed cron is made up for within a day
const TOO_OLD = 6 * 24 * HOUR // last week's news is not sold as new
const MAX_CHUNKS = 90 // resumed in one run; at most 100 jobs fit one sendBatch
const MAX_QUEUE_WAIT = 30 * 60 // seconds; beyond it the hourly run takes over

/**
 * Makes the issue whose hour has come at `at`, once, and starts its sending. Returns its id, or
 * null where none is due or this week has one.
 */
export async function composeDue(
  app: App,
  at: Date,
  readNews: ReadNews = newsOfWeek,
): Promise<string | null> {
  const due = dueIssue(at, app.config.digest)
  if (at.getTime() - due.moment.getTime() >= MAKE_UP) return null
  if (await findIssue(app.db, due.id)) return null
  if (!(await makeIssue(app, due, readNews))) return null
  await app.queues.mail.send({ kind: 'plan', issue: due.id })
  return due.id
}

/** Does a job of the mail queue. Returns when to try it again; throws only for a bug. */
export async function runMailJob(app: App, job: MailJob): Promise<Again> {
  switch (job.kind) {
    case 'plan':
      await planIssue(app, job.issue)
      return undefined
    case 'send':
      return bySoon(await sendChunk(app, { issueId: job.issue, number: job.chunk }))
    case 'confirm':
      return bySoon(await sendConfirmation(app, job.request))
  }
}

/** What the queue waits for; of what comes later the hourly run takes care. */
function bySoon(again: Again): Again {
  return again && again.retryAfterSeconds <= MAX_QUEUE_WAIT ? again : undefined
}

/** Puts on the queue whatever is left of issues: nothing depends on a message that survives. */
export async function resumeSending(app: App): Promise<void> {
  const now = app.now().getTime()
  const at = new Date(now).toISOString()
  for (const issue of await unfinishedIssues(app.db, new Date(now - TOO_OLD).toISOString())) {
    const chunks = await idleChunks(app.db, { issueId: issue.id, at, limit: MAX_CHUNKS })
    const jobs = [
      ...(issue.plannedAt ? [] : [{ kind: 'plan', issue: issue.id } as const]),
      ...chunks.map((chunk): MailJob => ({ kind: 'send', issue: issue.id, chunk })),
    ]
    if (jobs.length > 0) await app.queues.mail.sendBatch(jobs.map((body) => ({ body })))
    else await finishIssue(app.db, issue.id, at)
  }
}
