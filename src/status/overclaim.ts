import { rung, type Stage } from '../stage.ts'

/**
 * Whether a headline claims more than the body bears: a higher rung, or an end or a rest that
 * nobody tells of. What the body says is over makes any claim of work an overclaim, a wish not.
 */
export function overclaims(headline: Stage | null, body: Stage | null): boolean {
  if (!headline || headline === body) return false
  const claimed = rung(headline)
  if (claimed < 0) return body !== 'stalled' && body !== 'cancelled'
  if (claimed <= rung('talks')) return false
  return body === null || rung(body) < claimed
}
