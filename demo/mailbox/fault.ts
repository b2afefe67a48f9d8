import { z } from 'zod'

const RARELY = {
  /** How many calls it hits; 1 if left out. */
  times: z.int().positive().optional(),
  /** It hits only calls whose body contains this. */
  match: z.string().optional(),
}

/**
 * What the next calls to /emails and /emails/batch suffer.
 * - answer: this answer, nothing is taken
 * - cut-before: the connection breaks, nothing is taken
 * - hang: no answer until the caller gives up, nothing is taken; its key is in progress
 * - slow: the mails are taken after `ms` milliseconds; until then its key is in progress
 * - cut-after: the mails are taken, then the connection breaks: the caller cannot know
 * - garbage: the mails are taken, then a 200 comes whose body is not JSON
 */
export const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    ...RARELY,
  }),
  z.strictObject({ kind: z.literal('slow'), ms: z.number().positive(), ...RARELY }),
  z.strictObject({ kind: z.enum(['cut-before', 'hang', 'cut-after', 'garbage']), ...RARELY }),
])

export type Fault = z.infer<typeof fault>

export type Faults = ReturnType<typeof createFaults>

export function createFaults() {
  let current: Fault | null = null
  let left = 0
  return {
    /** Replaces the fault that is set; null takes it away. */
    set(next: Fault | null): void {
      current = next
      left = next?.times ?? 1
    },
    /** The fault that a call with this body suffers, which is then used up by one. */
    next(body: string): Fault | null {
      if (!current || left === 0) return null
      if (current.match !== undefined && !body.includes(current.match)) return null
      left--
      return current
    },
  }
}
