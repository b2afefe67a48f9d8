import { type App, type MailJob, sendAll } from '../app.ts'
import { idleChunks } from '../db/deliveries.claim.ts'
import { finishIssues, unfinishedIssues } from '../db/issues.send.ts'
import { findMailAccount, unpauseMail } from '../db/mail-account.ts'
import { sendConfirmation } from './confirmation.ts'
import { logForecast } from './forecast.ts'
import { sendableAfter } from './period.ts'
import { planIssue } from './plan.ts'
import { holdOf } from './quota.ts'
import { type Again, sendChunk } from './send.ts'

const MAX_CHUNKS = 90 // resumed in one run; at most 100 jobs fit one sendBatch
const MAX_QUEUE_WAIT = 30 * 60 // seconds; beyond it the hourly run takes over

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

/**
 * Puts on the queue whatever is left of issues: nothing depends on a message that survives. While
 * sending is held back by a quota, only calls whose outcome is not known are made again; while it
 * is paused, none.
 */
export async function resumeSending(app: App): Promise<void> {
  const now = app.now()
  const at = now.toISOString()
  const hold = holdOf(await findMailAccount(app.db), app.config.mail.quota, now)
  const isHeld = hold !== null && !hold.isQuota
  const issues = await unfinishedIssues(app.db, sendableAfter(now))
  const [oldest] = issues
  if (!oldest) return
  for (const { id } of hold ? issues : []) app.log('sending.held', { issue: id, why: hold?.reason })
  if (hold?.isQuota) await logForecast(app, oldest.id)
  const issueIds = issues.map(({ id }) => id)
  const idle = { issueIds, at, limit: MAX_CHUNKS, isDoubtOnly: hold !== null }
  const chunks = isHeld ? [] : await idleChunks(app.db, idle)
  const unplanned = issues.filter(({ plannedAt }) => !plannedAt)
  await sendAll(app.queues.mail, [
    ...unplanned.map(({ id }): MailJob => ({ kind: 'plan', issue: id })),
    ...chunks.map(
      ({ issueId, number }): MailJob => ({ kind: 'send', issue: issueId, chunk: number }),
    ),
  ])
  const busy = new Set([...unplanned.map(({ id }) => id), ...chunks.map(({ issueId }) => issueId)])
  const idleIssues = issueIds.filter((id) => !busy.has(id))
  if (idleIssues.length) await finishIssues(app.db, idleIssues, at)
}

/**
 * Lets issues be sent again after a pause, with what is to be written with it, and starts at once;
 * false where there was none.
 */
export async function unpauseSending(app: App, ...along: D1PreparedStatement[]): Promise<boolean> {
  const wasPaused = await unpauseMail(app.db, app.now().toISOString(), ...along)
  if (!wasPaused) return false
  app.log('sending.unpaused')
  await resumeSending(app)
  return true
}
