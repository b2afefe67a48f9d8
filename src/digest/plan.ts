import type { App, MailJob } from '../app.ts'
import { planChunks } from '../db/deliveries.plan.ts'
import { findIssue, finishIssue, markPlanned, sealEnvelope } from '../db/issues.ts'

const CHUNKS_A_STEP = 50 // 5,000 recipients in two statements; at most 100 jobs fit one sendBatch

/**
 * Gives the next recipients of an issue their deliveries and starts the sending of each hundred,
 * then itself again until nobody is left. Nothing goes out without the postal address that bulk
 * mail must bear: the issue waits, and each hourly run tries again.
 */
export async function planIssue(app: App, issueId: string): Promise<void> {
  const issue = await findIssue(app.db, issueId)
  if (!issue) throw new Error(`no issue ${issueId}`)
  const { siteUrl, mail } = app.config
  const { from, replyTo, postalAddress } = mail
  if (!issue.envelope) {
    if (!postalAddress) return app.log('issue.waits', { issue: issueId, why: 'no POSTAL_ADDRESS' })
    await sealEnvelope(app.db, issueId, { from, replyTo, siteUrl, postalAddress })
  }
  const numbers = await planChunks(app.db, { issueId, chunks: CHUNKS_A_STEP })
  if (numbers.length < CHUNKS_A_STEP) await markPlanned(app.db, issueId, app.now().toISOString())
  await enqueue(app, [
    ...numbers.map((chunk): MailJob => ({ kind: 'send', issue: issueId, chunk })),
    ...(numbers.length < CHUNKS_A_STEP ? [] : [{ kind: 'plan', issue: issueId } as const]),
  ])
  if (numbers.length === 0) await finishIssue(app.db, issueId, app.now().toISOString())
}

async function enqueue(app: App, jobs: MailJob[]): Promise<void> {
  if (jobs.length > 0) await app.queues.mail.sendBatch(jobs.map((body) => ({ body })))
}
