import { type App, type MailJob, sendAll } from '../app.ts'
import { planChunks } from '../db/deliveries.plan.ts'
import { finishIssue, markPlanned, readinessOf, sealEnvelope } from '../db/issues.send.ts'
import { allowanceOf } from '../plan.ts'
import { logForecast } from './forecast.ts'
import { mailsPerCall } from './quota.ts'

/** How much one step plans: so many chunks, of so many recipients at most. */
export type PlanSize = { chunks: number; size: number }

const CHUNKS_A_STEP = 50 // 5,000 recipients in two statements; at most 100 jobs fit one sendBatch

/**
 * Gives the next recipients of an issue their deliveries and starts the sending of each chunk,
 * then itself again until nobody is left. Nothing goes out that waits for an editor, nor without the
 * postal address that bulk mail must bear: the issue waits, and each hourly run tries again.
 */
export async function planIssue(
  app: App,
  issueId: string,
  { chunks, size }: PlanSize = sizeFor(app),
): Promise<void> {
  const { siteUrl, mail } = app.config
  const { from, replyTo, postalAddress } = mail
  const { isSealed, isHeld } = await readinessOf(app.db, issueId)
  if (!isSealed) {
    if (isHeld) return app.log('issue.waits', { issue: issueId, why: 'held' })
    if (!postalAddress) return app.log('issue.waits', { issue: issueId, why: 'no POSTAL_ADDRESS' })
    await sealEnvelope(app.db, issueId, { from, replyTo, siteUrl, postalAddress })
  }
  const at = app.now().toISOString()
  const numbers = await planChunks(app.db, { issueId, chunks, size, at })
  const isLast = numbers.length < chunks
  if (isLast) await markPlanned(app.db, issueId, at)
  const sends = numbers.map((chunk): MailJob => ({ kind: 'send', issue: issueId, chunk }))
  await sendAll(app.queues.mail, isLast ? sends : [...sends, { kind: 'plan', issue: issueId }])
  if (isLast) await logForecast(app, issueId)
  if (numbers.length === 0) await finishIssue(app.db, issueId, at)
}

function sizeFor(app: App): PlanSize {
  return {
    chunks: CHUNKS_A_STEP,
    size: Math.min(mailsPerCall(app.config.mail.quota), allowanceOf(app.config).mails),
  }
}
