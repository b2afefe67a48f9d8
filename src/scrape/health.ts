import type { SourceHealth, SourceState } from '../db/sources.ts'
import type { Source } from '../source.ts'
import { type Final, wasAsked } from './fetch.ts'
import type { Finding } from './judge.ts'
import { learntRhythm, nextLook } from './rhythm.ts'
import { lookAddress } from './source-address.ts'

const HOUR = 3600 // seconds
const SLOWEST = 24 * HOUR
const SEEN_TO_MOVE = 2 // times that a permanent redirect's target must have answered as a feed
const BLOCKED_FOR = 24 * 3_600_000 // milliseconds until we see whether we are let in again

/** State of a source after a look at it. */
export function stateAfter(
  state: SourceState,
  answer: Final,
  finding: Finding,
  at: Date,
): SourceState {
  const { health, read, result } = finding
  const time = at.toISOString()
  const isGood = health === 'ok'
  const hasChanged = read !== null && read.digest !== state.shown && isGood
  const isAsked = wasAsked(answer)
  const failures = isGood ? 0 : state.failures + Number(isAsked)
  const after: SourceState = {
    ...state,
    ...(isGood ? { lastOkAt: time } : {}),
    ...(hasChanged ? { rhythm: learntRhythm(state, at), lastChangeAt: time } : {}),
    ...(read ? { hints: read.hints, shown: read.digest } : {}),
    ...(read && isGood ? { items: read.items } : {}),
    ...movedAfter(state, answer, health),
    state: health,
    lastScanAt: isAsked ? time : state.lastScanAt,
    failures,
    lastError: isGood ? null : result.detail,
    leastGap: leastGapAfter(state, answer),
  }
  return { ...after, ...dueAfter(after, answer, at) }
}

function dueAfter(state: SourceState, answer: Final, at: Date) {
  if (answer.kind === 'refused' && !wasAsked(answer)) {
    const until = answer.until ?? new Date(at.getTime() + BLOCKED_FOR).toISOString()
    return { nextDueAt: until, notBefore: answer.until }
  }
  const pace = { failures: state.failures, hasValidators: true, freshFor: null, until: null }
  switch (answer.kind) {
    case 'fresh': {
      const { validators, freshFor, until } = answer
      const hasValidators = (validators.etag ?? validators.lastModified) !== null
      return nextLook(state, { ...pace, hasValidators, freshFor, until }, at)
    }
    case 'unchanged':
      return nextLook(state, { ...pace, freshFor: answer.freshFor, until: answer.until }, at)
    case 'refused':
      return nextLook(state, { ...pace, until: answer.until }, at)
    case 'gone':
    case 'failed':
      return nextLook(state, pace, at)
  }
}

/** A publisher that said “slow down” is taken at its word for good. */
function leastGapAfter({ leastGap }: SourceState, answer: Final): number {
  const isSlowDown = answer.kind === 'refused' && answer.by === 'server' && answer.until !== null
  return isSlowDown ? Math.min(2 * Math.max(leastGap, HOUR), SLOWEST) : leastGap
}

/** The address to ask for a source: where it has moved for good, once that is sure. */
export function addressOf(source: Source, { movedTo, movedSeen }: SourceState): string {
  return movedTo !== null && movedSeen >= SEEN_TO_MOVE ? movedTo : lookAddress(source)
}

function movedAfter(
  state: SourceState,
  answer: Final,
  health: SourceHealth,
): Pick<SourceState, 'movedTo' | 'movedSeen'> {
  const { movedTo, movedSeen } = state
  const nowhere = { movedTo: null, movedSeen: 0 }
  if (answer.kind === 'fresh' || answer.kind === 'unchanged') {
    if (health !== 'ok') return nowhere
    if (answer.movedTo) {
      const seen = answer.movedTo === movedTo ? movedSeen + 1 : 1
      return { movedTo: answer.movedTo, movedSeen: Math.min(seen, SEEN_TO_MOVE) }
    }
    return movedSeen >= SEEN_TO_MOVE && answer.url === movedTo ? { movedTo, movedSeen } : nowhere
  }
  const isLost = answer.kind === 'gone' || (answer.kind === 'failed' && !answer.isTrouble)
  return isLost ? nowhere : { movedTo, movedSeen }
}
