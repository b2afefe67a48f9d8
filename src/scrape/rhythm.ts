import type { LookResult } from '../db/scans.ts'
import type { SourceState } from '../db/sources.ts'
import type { Answer } from './fetch.ts'

const HOUR = 3_600_000 // milliseconds

/** The least time between two looks at one source, in milliseconds. */
export const POLITE_GAP = HOUR

const LONGEST_GAP = 24 * HOUR

/** State of a source after a look: what it answered, and when the next look is due. */
export function stateAfter(
  state: SourceState,
  answer: Answer,
  { outcome, detail }: LookResult,
  at: Date,
): SourceState {
  const time = at.toISOString()
  const isGood = outcome === 'fresh' || outcome === 'unchanged'
  const failures = isGood ? 0 : state.failures + 1
  return {
    ...state,
    ...validatorsAfter(state, answer, isGood),
    nextDueAt: nextDue(answer, failures, at),
    lastScanAt: time,
    lastOkAt: isGood ? time : state.lastOkAt,
    lastChangeAt: outcome === 'fresh' ? time : state.lastChangeAt,
    failures,
    lastError: isGood ? null : detail,
  }
}

/** Renewed by every good 200 and by a 304 that carries new ones; kept through anything else. */
function validatorsAfter(state: SourceState, answer: Answer, isGood: boolean) {
  const { etag, lastModified } = state
  if (answer.kind === 'fresh' && isGood) return answer.validators
  if (answer.kind !== 'unchanged') return { etag, lastModified }
  return {
    etag: answer.validators.etag ?? etag,
    lastModified: answer.validators.lastModified ?? lastModified,
  }
}

function nextDue(answer: Answer, failures: number, at: Date): string {
  const gap = Math.min(POLITE_GAP * 2 ** failures, LONGEST_GAP)
  const due = new Date(at.getTime() + gap).toISOString()
  const asked = answer.kind === 'refused' ? answer.until : null
  return asked && asked > due ? asked : due
}
