import type { Hints, SourceState } from '../db/sources.ts'
import { CONDITIONAL_GAP, WHOLE_GAP } from './politeness.ts'

const HOUR = 3_600_000 // milliseconds
const DAY = 24 * HOUR
const LONGEST_GAP = DAY
const LONGEST_BACK_OFF = 7 * DAY
const LOOKS_A_CHANGE = 4 // a look in each quarter of the time in which something usually changes
const NEWEST = 0.3 // weight of the newest interval in the learnt rhythm

/** What a look told of when to come again. */
type Pace = {
  failures: number
  /** Whether the next request can be conditional. */
  hasValidators: boolean
  /** Seconds for which the answer is fresh. */
  freshFor: number | null
  /** Until when the host wants to be left alone. */
  until: string | null
}

/** When the next look is polite at the earliest, and when it is due by the source's rhythm. */
export function nextLook(
  state: SourceState,
  pace: Pace,
  at: Date,
): Pick<SourceState, 'notBefore' | 'nextDueAt'> {
  const now = at.getTime()
  const polite = Math.max(
    now + (pace.hasValidators ? CONDITIONAL_GAP : WHOLE_GAP),
    now + state.leastGap * 1000,
    now + (pace.freshFor ?? 0) * 1000,
    now + (state.hints.ttlSeconds ?? 0) * 1000,
    now + backOff(pace.failures),
    Date.parse(pace.until ?? '') || 0,
  )
  const due = Math.max(polite, now + usualGap(state, now))
  return { notBefore: openTime(polite, state.hints), nextDueAt: openTime(due, state.hints) }
}

/**
 * The first hour from `time` on in which the source may be looked at by RSS's `skipHours` and
 * `skipDays`, both of Greenwich; a source that skips every hour of the week is not believed.
 */
export function openTime(time: number, { skipHours = [], skipDays = [] }: Hints): string {
  for (let hour = 0; hour <= 7 * 24; hour++) {
    const start = hour === 0 ? time : (Math.floor(time / HOUR) + hour) * HOUR
    if (!isSkipped(new Date(start))) return new Date(start).toISOString()
  }
  return new Date(time).toISOString()

  function isSkipped(date: Date): boolean {
    const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(date)
    return skipHours.some((hour) => hour % 24 === date.getUTCHours()) || skipDays.includes(day)
  }
}

/** Seconds between two changes, as learnt until now. */
export function learntRhythm({ rhythm, lastChangeAt }: SourceState, at: Date): number | null {
  if (!lastChangeAt) return null
  const interval = (at.getTime() - Date.parse(lastChangeAt)) / 1000
  return Math.round(rhythm === null ? interval : rhythm * (1 - NEWEST) + interval * NEWEST)
}

/** A feed that rarely changes, or has not for long, is looked at less often, at least once a day. */
function usualGap({ rhythm, lastChangeAt }: SourceState, now: number): number {
  const quiet = lastChangeAt ? now - Date.parse(lastChangeAt) : 0
  const gap = Math.max((rhythm ?? 0) * 1000, quiet) / LOOKS_A_CHANGE
  return Math.min(Math.max(gap, CONDITIONAL_GAP), LONGEST_GAP)
}

function backOff(failures: number): number {
  return failures ? Math.min(HOUR * 2 ** failures, LONGEST_BACK_OFF) : 0
}
