import type { MailAccount } from '../db/mail-account.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const LARGEST_CALL = 100 // mails, the provider's most
const CALLS_A_DAY = 4 // at least, so that a started day is not left half empty
const FOR_OTHERS = 0.1 // of a quota, kept for confirmations

/** Mails that the provider's plan allows in a day and in a month; null where it sets no limit. */
export type Quota = { day: number | null; month: number | null }

/** Why nothing may be sent now; `until` null where only the operator can tell. */
export type Hold = { reason: string; until: Date | null; isQuota: boolean }

/** How many mails one call takes: a hundred, or less where the day's quota is small. */
export function mailsPerCall({ day }: Quota): number {
  if (day === null) return LARGEST_CALL
  return Math.max(1, Math.min(LARGEST_CALL, Math.floor(day / CALLS_A_DAY)))
}

/**
 * Why no call may be made now, if so: the operator's pause, the provider's wish, or a quota that
 * one more call would use up. What was used counts for 24 hours and for the month (UTC).
 */
export function holdOf(account: MailAccount, quota: Quota, now: Date): Hold | null {
  const { pausedAt, pausedReason, waitUntil, waitReason } = account
  if (pausedAt) return { reason: pausedReason ?? 'paused', until: null, isQuota: false }
  if (waitUntil && Date.parse(waitUntil) > now.getTime()) {
    return { reason: waitReason ?? 'told to wait', until: new Date(waitUntil), isQuota: false }
  }
  return quotaHold(account, quota, now)
}

function quotaHold(
  { dayUsed, monthUsed, usedAt }: MailAccount,
  quota: Quota,
  now: Date,
): Hold | null {
  if (!usedAt) return null
  const used = new Date(usedAt)
  const nextDay = new Date(used.getTime() + DAY)
  const nextMonth = new Date(Date.UTC(used.getUTCFullYear(), used.getUTCMonth() + 1))
  const call = mailsPerCall(quota)
  if (now < nextMonth && isFull(monthUsed, quota.month, call)) {
    return { reason: 'monthly quota', until: nextMonth, isQuota: true }
  }
  if (now < nextDay && isFull(dayUsed, quota.day, call)) {
    return { reason: 'daily quota', until: nextDay, isQuota: true }
  }
  return null
}

function isFull(used: number | null, limit: number | null, call: number): boolean {
  if (used === null || limit === null) return false
  return used + call > Math.max(call, limit * (1 - FOR_OTHERS))
}

/** When so many mails will have gone, as whole days from now; 0 where the quotas do not matter. */
export function daysFor(mails: number, quota: Quota): number {
  const call = mailsPerCall(quota)
  const usable = (limit: number) =>
    Math.max(call, Math.floor((limit * (1 - FOR_OTHERS)) / call) * call)
  const byDay = quota.day === null ? 0 : Math.ceil(mails / usable(quota.day)) - 1
  const months = quota.month === null ? 0 : Math.ceil(mails / usable(quota.month)) - 1
  return Math.max(byDay, months * 30)
}
