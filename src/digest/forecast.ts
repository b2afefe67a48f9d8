import type { App } from '../app.ts'
import { countOpenChunks } from '../db/deliveries.claim.ts'
import { daysFor, mailsPerCall } from './quota.ts'

const DAY = 24 * 60 * 60 * 1000 // ms

/** Tells the operator until when the quotas will hold an issue up; nothing where they do not. */
export async function logForecast(app: App, issueId: string): Promise<void> {
  const { quota } = app.config.mail
  const mails = (await countOpenChunks(app.db, issueId)) * mailsPerCall(quota)
  const days = daysFor(mails, quota)
  if (days === 0) return
  const doneBy = new Date(app.now().getTime() + days * DAY).toISOString()
  app.log('sending.forecast', { issue: issueId, mailsAtMost: mails, days, doneBy })
}
