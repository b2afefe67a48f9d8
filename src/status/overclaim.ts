import { rung, type Stage } from '../stage.ts'
import { rankOf } from './authority.ts'
import type { Statement } from './statements.ts'

/**
 * Whether a headline claims more than the body bears: a higher rung, or an end or a rest that
 * nobody tells of. What the body says is over makes any claim of work an overclaim, a wish not.
 * Outlets are accused in public: where somebody who answers for the film is quoted with words that
 * no rule could read, and nobody of them with others, nothing is said.
 */
export function overclaims(
  headline: Stage | null,
  body: Stage | null,
  statements: Statement[],
): boolean {
  if (!headline || headline === body) return false
  const claimed = rung(headline)
  if (isUnread(headline, body, statements)) return false
  if (headline === 'cancelled' && body === 'stalled')
    return statements.some(deniesTheEnd) || statements.some(isRest)
  if (claimed < 0) return body !== 'stalled' && body !== 'cancelled'
  if (claimed <= rung('talks')) return false
  return body === null || rung(body) < claimed
}

/**
 * Whether the body may bear more than was read: makers are quoted, and no word of theirs is a rule's;
 * or work is told of by the outlet itself, as hirings are. What is denied or only whispered was read.
 */
function isUnread(headline: Stage, body: Stage | null, statements: Statement[]): boolean {
  if (body !== null && rung(body) !== 0) return false
  if (statements.some(({ role }) => role === 'insider') || statements.some(isNo)) return false
  const weighty = statements.filter(({ role }) => rankOf(role) >= rankOf('director'))
  const isWork = headline === 'development' && statements.some(({ stage }) => stage === headline)
  return (
    isWork ||
    (weighty.length > 0 && weighty.every(({ stage, rule }) => stage === null || rule === 'no-date'))
  )
}

/** That no date is told denies no work. */
function isNo({ modality, rule }: Statement): boolean {
  return modality === 'denial' && rule !== 'no-date'
}

/** “We have suspended all activity until the court has ruled,” says the studio: no end. */
function isRest({ stage, modality, role, quote, recalled }: Statement): boolean {
  const isSaid = quote !== null && modality === 'fact' && !recalled
  return isSaid && stage === 'stalled' && role === 'studio'
}

/** "It isn't dead." */
function deniesTheEnd({ stage, modality, role }: Statement): boolean {
  return stage === 'cancelled' && modality === 'denial' && rankOf(role) >= rankOf('writer')
}
