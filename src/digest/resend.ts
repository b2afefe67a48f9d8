import { type ErrorResponse, Resend } from 'resend'
import type { Mail, Mailer, SendResult } from '../mail.ts'

const TIMEOUT = 20_000 // ms; the SDK has none
const RATE_WAIT = 10 // seconds, where a 429 names none
const BUSY_WAIT = 30 // seconds, while the provider still works on the same key
const MEND_WAIT = 60 * 60 // seconds, for what the operator or the next day must mend

type Answer = { error: ErrorResponse; headers: Record<string, string> | null }

/** The mailer of Resend, through its SDK; up to 100 mails in one call to its batch address. */
export function resendMailer({ apiKey, baseUrl }: { apiKey: string; baseUrl: string }): Mailer {
  const resend = new Resend(apiKey, { baseUrl })
  return {
    async send(mails, idempotencyKey) {
      const signal = AbortSignal.timeout(TIMEOUT)
      const { data, error, headers } = await resend.batch.send(mails.map(payload), {
        idempotencyKey,
        signal,
      })
      if (error) return failure({ error, headers })
      const ids = Array.isArray(data?.data) ? data.data.map(({ id }) => id) : []
      if (ids.length === mails.length) return { kind: 'sent', ids }
      return { kind: 'unknown', reason: `${ids.length} ids for ${mails.length} mails` }
    },
  }
}

function payload({ from, to, replyTo, subject, html, text, headers, tags }: Mail) {
  return { from, to, replyTo, subject, html, text, headers, tags }
}

/**
 * Only a status from the provider tells that a call was not taken; whatever else may have been.
 * A refusal of the account (401, 403) is not one of the mails: it waits for the operator.
 */
function failure({ error, headers }: Answer): SendResult {
  const { name, statusCode } = error
  const reason = `${statusCode ?? 'no answer'} ${name}: ${error.message}`
  if (statusCode === null || statusCode >= 500) return { kind: 'unknown', reason }
  if (name === 'concurrent_idempotent_requests') {
    return { kind: 'wait', seconds: retryAfter(headers, BUSY_WAIT), reason }
  }
  if (statusCode === 429) {
    const isQuota = name === 'daily_quota_exceeded' || name === 'monthly_quota_exceeded'
    return { kind: 'wait', seconds: retryAfter(headers, isQuota ? MEND_WAIT : RATE_WAIT), reason }
  }
  if (statusCode === 401 || statusCode === 403) return { kind: 'wait', seconds: MEND_WAIT, reason }
  return { kind: 'refused', reason }
}

/** `retry-after` in seconds, or as long as `ratelimit-reset` says, or the default. */
function retryAfter(headers: Record<string, string> | null, otherwise: number): number {
  const told = [headers?.['retry-after'], headers?.['ratelimit-reset']]
    .map((value) => (value ? Number(value) : Number.NaN))
    .find((seconds) => Number.isFinite(seconds) && seconds >= 0)
  return Math.max(1, Math.ceil(told ?? otherwise))
}
