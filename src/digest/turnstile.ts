import { z } from 'zod'
import type { App } from '../app.ts'

const VERIFY = 'https://challenges.cloudflare.com/turnstile/v0/siteverify'
const TIMEOUT = 5_000 // ms
const LONGEST_ANSWER = 2048 // characters, by Cloudflare's documentation

const verdictSchema = z.looseObject({
  success: z.boolean(),
  'error-codes': z.array(z.string()).optional(),
})

/** Whether a person filled in the form; `unchecked` where nobody could tell. Only `yes` will do. */
export type Verdict = 'yes' | 'no' | 'unchecked'

/**
 * Asks Cloudflare about the answer that its widget put into a form. Fails closed: no secret, no
 * network, no sense in what comes back, and nobody gets through. `yes` where no check is set up.
 */
export async function isPerson(app: App, answer: string): Promise<Verdict> {
  const { turnstile } = app.config
  if (!turnstile) return 'yes'
  if (!answer || answer.length > LONGEST_ANSWER) return 'no'
  if (!turnstile.secret) return unchecked(app, 'no TURNSTILE_SECRET')
  try {
    const body = new URLSearchParams({ secret: turnstile.secret, response: answer })
    const signal = AbortSignal.timeout(TIMEOUT)
    const reply = await app.fetch(new Request(VERIFY, { method: 'POST', body, signal }))
    const verdict = verdictSchema.parse(await reply.json())
    if (verdict.success) return 'yes'
    app.log('turnstile.refused', { codes: verdict['error-codes']?.join() ?? null })
    return 'no'
  } catch (error) {
    return unchecked(app, String(error))
  }
}

function unchecked(app: App, why: string): Verdict {
  app.log('turnstile.unchecked', { why })
  return 'unchecked'
}
