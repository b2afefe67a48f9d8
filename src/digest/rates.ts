import type { App } from '../app.ts'
import { findMailAccount, pauseMail } from '../db/mail-account.ts'
import { feedbackSince } from '../db/webhook-events.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000 // ms

// Shares of the mails of a week at which sending pauses: Resend asks for bounces under 4 % and
// complaints under 0.08 %. So few that they may be chance do not stop anything.
export const BOUNCES = { share: 0.04, atLeast: 5 }
export const COMPLAINTS = { share: 0.0008, atLeast: 3 }

/**
 * Pauses the sending of issues where too many of the mails of the last week, or since the operator
 * resumed, bounced or were complained about; says so in the log.
 */
export async function pauseAtBadRates(app: App): Promise<void> {
  const now = app.now()
  const weekAgo = new Date(now.getTime() - WEEK).toISOString()
  const { resumedAt } = await findMailAccount(app.db)
  const since = resumedAt && resumedAt > weekAgo ? resumedAt : weekAgo
  const feedback = await feedbackSince(app.db, { since, issuesFrom: weekAgo })
  const why = tooMany('bounces', feedback.bounces, feedback.mails, BOUNCES)
  const reason = why ?? tooMany('complaints', feedback.complaints, feedback.mails, COMPLAINTS)
  if (!reason || !(await pauseMail(app.db, now.toISOString(), reason))) return
  app.log('sending.paused', { why: reason })
}

function tooMany(
  what: string,
  count: number,
  mails: number,
  { share, atLeast }: { share: number; atLeast: number },
): string | null {
  if (count < atLeast || count < share * mails) return null
  return `${count} ${what} of ${mails} mails`
}
