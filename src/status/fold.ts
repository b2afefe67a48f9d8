import type { Stage } from '../stage.ts'
import { type Evidence, isStanding } from './evidence.ts'
import { changeTo, type StatusChange } from './history.ts'
import { isSameState, nextState, type State, UNKNOWN } from './state.ts'

/** The state with all that counts up to and with a moment. */
export type Checkpoint = { at: string; state: State }

/** What is to be derived yet. */
export type Work = {
  /** The history before this moment holds. */
  from: string
  /** What has come, changed or gone since it was derived is no later than this. */
  to: string
  /** How far the past is derived anew without what is withdrawn at `to`. */
  rewind: { to: string; base: Checkpoint } | null
}

/** A stretch of time with what is kept of it: as much as one step may read. */
export type Stretch = {
  work: Work
  /** Whether something is withdrawn at `work.from`: then the past without it is derived first. */
  isWithdrawal: boolean
  /** The first withdrawal from `work.from` on or, if there is one at it, after it. */
  withdrawal: string | null
  /** The stage that held before `work.from`. */
  stage: Stage | null
  /** Where to go on from: before `work.from`; for a withdrawal, free of what it takes. */
  base: Checkpoint
  /** What counts after the base, in order; at a withdrawal up to its moment and without what it takes. */
  evidence: Evidence[]
  /** Whether that is all there is, not only the first of it. */
  isAll: boolean
  /** Checkpoints kept from `work.from` on, by evidence that may have changed since. */
  kept: Checkpoint[]
}

/** What a step brings: the history of the time from `work.from` until `until`, exclusive. */
export type Step = {
  changes: StatusChange[]
  checkpoints: Checkpoint[]
  /** Null: until the end of time. */
  until: string | null
  /** What remains; null where nothing does. */
  work: Work | null
  /**
   * From this moment on the state is as it was kept: all after it holds, but for what the withdrawal
   * of words said by then may leave. Null where it is not known to be.
   */
  asBefore: string | null
}

export const START: Checkpoint = { at: '', state: UNKNOWN }

const INTERVAL = 10 // statements from one checkpoint to the next

/**
 * Derives one stretch of the history. The steps together give what `statusHistory` gives, and end
 * early where the state is again the one that was kept. Pure. A stretch must hold a whole moment.
 */
export function foldStretch(stretch: Stretch, interval = INTERVAL): Step {
  return stretch.isWithdrawal ? rewound(stretch) : unfolded(stretch, interval)
}

/** What sorts right after a moment. */
function after(moment: string): string {
  return `${moment} `
}

/** The moments of a stretch, without the last where it may be cut. */
function momentsOf({ evidence, isAll }: Stretch): [string, Evidence[]][] {
  const groups = [...Map.groupBy(evidence, ({ moment }) => moment)]
  return isAll ? groups : groups.slice(0, -1)
}

/** Goes on from the base as far as the stretch, the next withdrawal or a state that is as it was. */
function unfolded(stretch: Stretch, interval: number): Step {
  const { work, base, withdrawal, isAll, evidence } = stretch
  const kept = new Map(stretch.kept.map((one) => [one.at, one.state]))
  const step: Step = { changes: [], checkpoints: [], until: null, work: null, asBefore: null }
  let state = base.state
  let sinceCheckpoint = 0
  for (const [moment, said] of momentsOf(stretch)) {
    if (withdrawal !== null && moment >= withdrawal) break
    const next = nextState(
      state,
      said.filter((one) => isStanding(one, moment)),
    )
    const isNew = moment >= work.from
    if (isNew && next.stage !== state.stage) step.changes.push(changeTo(next, moment))
    state = next
    sinceCheckpoint += said.length
    const before = isNew ? kept.get(moment) : undefined
    if (isNew && (before || sinceCheckpoint >= interval)) {
      step.checkpoints.push({ at: moment, state })
      sinceCheckpoint = 0
    }
    if (before && moment >= work.to && isSameState(before, state)) return asBefore(step, moment)
  }
  const cut = isAll ? null : (evidence.at(-1)?.moment ?? null)
  const until = earlier(withdrawal, cut)
  return { ...step, until, work: until === null ? null : rest(work, until) }
}

function asBefore(step: Step, moment: string): Step {
  return { ...step, until: after(moment), work: null, asBefore: moment }
}

/** Derives what a withdrawal leaves of the past, then its moment. */
function rewound(stretch: Stretch): Step {
  const { work, base, isAll } = stretch
  const at = work.from
  const moments = momentsOf(stretch)
  const past = moments.filter(([moment]) => moment < at)
  const state = past.reduce((before, [, said]) => nextState(before, said), base.state)
  if (!isAll) {
    const reached = { at: past.at(-1)?.[0] ?? base.at, state }
    const more = { ...work, rewind: { to: at, base: reached } }
    return { changes: [], checkpoints: [], until: at, work: more, asBefore: null }
  }
  const next = nextState(state, moments.find(([moment]) => moment === at)?.[1] ?? [])
  const step: Step = {
    changes: next.stage === stretch.stage ? [] : [changeTo(next, at)],
    checkpoints: [{ at, state: next }],
    until: after(at),
    work: rest(work, after(at)),
    asBefore: null,
  }
  const kept = stretch.kept.find((one) => one.at === at)
  const isSame = kept !== undefined && at >= work.to && isSameState(kept.state, next)
  return isSame ? asBefore(step, at) : step
}

/** What is left after a step that came to `from`: behind it is what an older derivation left. */
function rest({ to }: Work, from: string): Work {
  return { from, to: to > from ? to : from, rewind: null }
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
