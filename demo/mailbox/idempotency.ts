import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type ApiError, apiError } from './api-error.ts'

const KEPT = 24 * 60 * 60 * 1000 // ms, as Resend keeps a key
const LONGEST = 256 // characters

/** An accepted call: the digest of its payload, its answer, and when (ms since the epoch). */
export const keyRecord = z.object({
  digest: z.string(),
  answer: z.record(z.string(), z.unknown()),
  at: z.number(),
})

export type KeyRecord = z.infer<typeof keyRecord>

export type Claim =
  | { kind: 'new' }
  | { kind: 'replay'; answer: KeyRecord['answer'] }
  | { kind: 'refused'; error: ApiError }

export type Keys = ReturnType<typeof createKeys>

/**
 * Idempotency keys as Resend treats them: only accepted calls are remembered, for 24 hours by
 * `now`. https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export function createKeys(now: () => number, kept: Map<string, KeyRecord>) {
  const inProgress = new Map<string, string>()

  function claim(key: string, payload: string): Claim {
    if (key.length < 1 || key.length > LONGEST) return refused('invalid_idempotency_key')
    forgetOld(kept, now() - KEPT)
    const digest = digestOf(payload)
    const before = kept.get(key)?.digest ?? inProgress.get(key)
    if (before !== undefined && before !== digest) return refused('invalid_idempotent_request')
    const answer = kept.get(key)?.answer
    if (answer) return { kind: 'replay', answer }
    if (before !== undefined) return refused('concurrent_idempotent_requests')
    inProgress.set(key, digest)
    return { kind: 'new' }
  }

  return {
    claim,
    keep: (key: string, payload: string, answer: KeyRecord['answer']) =>
      kept.set(key, { digest: digestOf(payload), answer, at: now() }),
    release: (key: string) => inProgress.delete(key),
    kept,
  }
}

function refused(name: Parameters<typeof apiError>[0]): Claim {
  return { kind: 'refused', error: apiError(name) }
}

function forgetOld(kept: Map<string, KeyRecord>, before: number): void {
  for (const [key, { at }] of kept) if (at <= before) kept.delete(key)
}

function digestOf(payload: string): string {
  return createHash('sha256').update(payload).digest('hex')
}
