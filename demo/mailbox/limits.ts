import { type ApiError, apiError } from './api-error.ts'
import { recipients, type StoredMail } from './mail.ts'

const SECOND = 1000 // ms
const DAY = 24 * 60 * 60 * SECOND

export type Quotas = { daily: number | null; monthly: number | null }

export type Verdict = { headers: Record<string, string>; error: ApiError | null }

/**
 * The requests of one second, counted from the first of them. Infinity switches the limit off.
 * Headers after draft-ietf-httpapi-ratelimit-headers-06, times in seconds.
 */
export function createRate(limit: number, now: () => number): () => Verdict {
  let opened = Number.NEGATIVE_INFINITY
  let count = 0
  return () => {
    if (!Number.isFinite(limit)) return { headers: {}, error: null }
    if (now() - opened >= SECOND) {
      opened = now()
      count = 0
    }
    count++
    const headers = {
      'ratelimit-limit': String(limit),
      'ratelimit-policy': `${limit};w=1`,
      'ratelimit-remaining': String(Math.max(0, limit - count)),
      'ratelimit-reset': '1',
    }
    if (count <= limit) return { headers, error: null }
    return { headers: { ...headers, 'retry-after': '1' }, error: apiError('rate_limit_exceeded') }
  }
}

/**
 * Whether `adding` more recipients fit. The headers tell what is used, this call included; the
 * daily one is only sent where there is a daily quota, as on Resend's free plan.
 */
export function checkQuota(
  mails: StoredMail[],
  adding: number,
  quotas: Quotas,
  now: number,
): Verdict {
  const day = countSince(mails, now - DAY)
  const month = countSince(mails, startOfMonth(now) - 1)
  const error = exceeded(day + adding, month + adding, quotas)
  const counted = error ? 0 : adding
  return { headers: usage(day + counted, month + counted, quotas), error }
}

function countSince(mails: StoredMail[], after: number): number {
  const recent = mails.filter((mail) => Date.parse(mail.createdAt) > after)
  return recent.reduce((sum, mail) => sum + recipients(mail).length, 0)
}

function startOfMonth(now: number): number {
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth())
}

function exceeded(day: number, month: number, quotas: Quotas): ApiError | null {
  if (quotas.daily !== null && day > quotas.daily) return apiError('daily_quota_exceeded')
  if (quotas.monthly !== null && month > quotas.monthly) return apiError('monthly_quota_exceeded')
  return null
}

function usage(day: number, month: number, quotas: Quotas): Record<string, string> {
  const monthly = { 'x-resend-monthly-quota': String(month) }
  return quotas.daily === null ? monthly : { ...monthly, 'x-resend-daily-quota': String(day) }
}
