import type { App } from '../../app.ts'
import type { Choice } from '../../choice.ts'
import {
  countReaders,
  findSending,
  latestSendings,
  type Sending,
  type SendingInFull,
} from '../../db/admin/digest.ts'
import { findMailAccount, type MailAccount } from '../../db/mail-account.ts'
import { nextIssue } from '../../digest/due.ts'
import { daysFor, holdOf } from '../../digest/quota.ts'

const LATEST = 12

/** Why no issue goes out just now; `until` null where only the operator ends it. */
export type Held = { reason: string; until: string | null; byHand: boolean }

/** Who would get the next issue, and how long it takes by the provider's quotas. */
export type Forecast = {
  /** By what they chose. */
  readers: Record<Choice, number>
  /** With news, without any, and where the status changes: mails, and days beyond the first. */
  mails: { withNews: number; without: number; change: number }
  days: { withNews: number; without: number; change: number }
}

export type DigestShown = {
  next: { id: string; at: string }
  held: Held | null
  approvalSince: string | null
  forecast: Forecast
  quota: { day: number | null; month: number | null }
  used: Pick<MailAccount, 'dayUsed' | 'monthUsed' | 'usedAt'>
  hasPostalAddress: boolean
  sendings: Sending[]
}

export type SendingShown = SendingInFull & { held: Held | null }

/** How the digest is: what comes, what goes out, what is in its way. */
export async function readDigest(app: App): Promise<DigestShown> {
  const { mail } = app.config
  const [account, readers, sendings] = await Promise.all([
    findMailAccount(app.db),
    countReaders(app.db, app.now().toISOString()),
    latestSendings(app.db, LATEST),
  ])
  const { dayUsed, monthUsed, usedAt, approvalSince } = account
  const { id, moment } = nextIssue(app)
  return {
    next: { id, at: moment.toISOString() },
    held: heldOf(app, account),
    approvalSince,
    forecast: forecastOf(readers, mail.quota),
    quota: mail.quota,
    used: { dayUsed, monthUsed, usedAt },
    hasPostalAddress: mail.postalAddress !== '',
    sendings,
  }
}

/** How the sending of one issue goes, or null. */
export async function readSending(app: App, id: string): Promise<SendingShown | null> {
  const [sending, account] = await Promise.all([findSending(app.db, id), findMailAccount(app.db)])
  return sending && { ...sending, held: sending.finishedAt ? null : heldOf(app, account) }
}

function heldOf({ config, now }: App, account: MailAccount): Held | null {
  const hold = holdOf(account, config.mail.quota, now())
  return (
    hold && {
      reason: hold.reason,
      until: hold.until?.toISOString() ?? null,
      byHand: account.pausedAt !== null,
    }
  )
}

function forecastOf(readers: Forecast['readers'], quota: DigestShown['quota']): Forecast {
  const { weekly, news, changes } = readers
  const mails = { withNews: weekly + news, without: weekly, change: changes }
  const days = {
    withNews: daysFor(mails.withNews, quota),
    without: daysFor(mails.without, quota),
    change: daysFor(mails.change, quota),
  }
  return { readers, mails, days }
}
