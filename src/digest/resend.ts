import { type ErrorResponse, Resend } from 'resend'
import { z } from 'zod'
import type { Mail, Mailer, SendResult } from '../mail.ts'

const TIMEOUT = 20_000 // ms; the SDK has none
const RATE_WAIT = 10 // seconds, where a 429 names none
const BUSY_WAIT = 30 // seconds, while the provider still works on the same key
const MEND_WAIT = 60 * 60 // seconds, for what the operator or the next day must mend

type Headers = Record<string, string> | null

/** An answer to a batch; in permissive mode the mails at fault are told by index. */
const takenSchema = z.object({
  data: z.array(z.object({ id: z.string().min(1) })),
  errors: z.array(z.object({ index: z.int().min(0), message: z.string() })).optional(),
})

/**
 * The mailer of Resend, through its SDK; up to 100 mails in one call to its batch address. Asks for
 * permissive validation, so that one bad address does not refuse the others.
 */
export function resendMailer({ apiKey, baseUrl }: { apiKey: string; baseUrl: string }): Mailer {
  const resend = new Resend(apiKey, { baseUrl })
  return {
    async send(mails, idempotencyKey) {
      const signal = AbortSignal.timeout(TIMEOUT)
      const { data, error, headers } = await resend.batch.send(mails.map(payload), {
        idempotencyKey,
        batchValidation: 'permissive',
        signal,
      })
      return error ? failure(error, headers) : success(data, headers, mails.length)
    },
  }
}

function payload({ from, to, replyTo, subject, html, text, headers, tags }: Mail) {
  return { from, to, replyTo, subject, html, text, headers, tags }
}

/** An answer that does not tell of each mail leaves the outcome unknown. */
function success(answer: unknown, headers: Headers, mails: number): SendResult {
  const { data: taken } = takenSchema.safeParse(answer)
  if (!taken) return { kind: 'unknown', reason: 'an answer of another form' }
  const refusals = (taken.errors ?? []).map(({ index, message }) => ({ index, reason: message }))
  const refused = new Set(refusals.map(({ index }) => index))
  if (taken.data.length + refused.size !== mails || [...refused].some((index) => index >= mails)) {
    const told = `${taken.data.length} ids, ${refused.size} errors`
    return { kind: 'unknown', reason: `${told} for ${mails} mails` }
  }
  if (mails === 1 && refusals[0]) return { kind: 'refused', reason: refusals[0].reason }
  const ids = taken.data.values()
  return {
    kind: 'sent',
    ids: Array.from({ length: mails }, (_, index) =>
      refused.has(index) ? null : (ids.next().value?.id ?? null),
    ),
    refusals,
    usage: usageOf(headers),
  }
}

function usageOf(headers: Headers): { day: number | null; month: number | null } | null {
  const day = numberIn(headers, 'x-resend-daily-quota')
  const month = numberIn(headers, 'x-resend-monthly-quota')
  return day === null && month === null ? null : { day, month }
}

/**
 * Only a status from the provider tells that a call was not taken; whatever else may have been.
 * A refusal of the account or the address (401, 403, 404, 405) is not one of the mails: it waits
 * for the operator.
 */
function failure({ name, message, statusCode }: ErrorResponse, headers: Headers): SendResult {
  const reason = `${statusCode ?? 'no answer'} ${name}: ${message}`
  if (statusCode === null || statusCode < 400 || statusCode === 408 || statusCode >= 500) {
    return { kind: 'unknown', reason }
  }
  if (name === 'invalid_idempotent_request') return { kind: 'conflict', reason }
  if (statusCode === 409) {
    return { kind: 'wait', seconds: retryAfter(headers, BUSY_WAIT), reason, scope: 'call' }
  }
  if (statusCode === 429) {
    const isQuota = name === 'daily_quota_exceeded' || name === 'monthly_quota_exceeded'
    const seconds = retryAfter(headers, isQuota ? MEND_WAIT : RATE_WAIT)
    return { kind: 'wait', seconds, reason, scope: 'account' }
  }
  if ([401, 403, 404, 405].includes(statusCode)) {
    return { kind: 'wait', seconds: MEND_WAIT, reason, scope: 'account' }
  }
  return { kind: 'refused', reason }
}

/** `retry-after` in seconds, or as long as `ratelimit-reset` says, or the default. */
function retryAfter(headers: Headers, otherwise: number): number {
  const told = numberIn(headers, 'retry-after') ?? numberIn(headers, 'ratelimit-reset')
  return Math.max(1, Math.ceil(told ?? otherwise))
}

function numberIn(headers: Headers, name: string): number | null {
  const value = headers?.[name]
  const number = value ? Number(value) : Number.NaN
  return Number.isFinite(number) && number >= 0 ? number : null
}
