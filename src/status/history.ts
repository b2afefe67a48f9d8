import type { Stage } from '../stage.ts'
import { type Evidence, inOrder, isCounting, isStanding } from './evidence.ts'
import { nextState, type State, UNKNOWN } from './state.ts'

/** The status as of a moment on which it changed. */
export type StatusChange = {
  /** ISO 8601 UTC. */
  from: string
  /** Null: nothing is known. */
  stage: Stage | null
  /** Ids of the statements that brought it. */
  because: string[]
  /** Ids of their articles. */
  articles: string[]
}

/**
 * Every change of the status, in order of time, from what was said and published. Pure, and the
 * measure of src/status/fold.ts, which derives the same piece by piece.
 */
export function statusHistory(evidence: Evidence[]): StatusChange[] {
  const counting = evidence.filter(isCounting).toSorted(inOrder)
  const byMoment = Map.groupBy(counting, ({ moment }) => moment)
  const withdrawals = new Set(counting.map(({ withdrawn }) => withdrawn))
  const changes: StatusChange[] = []
  let state = UNKNOWN
  for (const moment of momentsOf(counting)) {
    // What a withdrawal leaves is derived anew, as if the words had never been printed.
    const before = withdrawals.has(moment) ? stateBefore(counting, moment) : state
    const said = (byMoment.get(moment) ?? []).filter((one) => isStanding(one, moment))
    const next = nextState(before, said)
    if (next.stage !== state.stage) changes.push(changeTo(next, moment))
    state = next
  }
  return changes
}

/** When something was said or withdrawn. */
function momentsOf(evidence: Evidence[]): string[] {
  const moments = evidence.flatMap(({ moment, withdrawn }) => [moment, withdrawn ?? moment])
  return [...new Set(moments)].toSorted()
}

/** The state before a moment, derived from what stands at it. */
function stateBefore(counting: Evidence[], moment: string): State {
  const before = counting.filter((one) => one.moment < moment && isStanding(one, moment))
  const groups = Map.groupBy(before, (one) => one.moment)
  return [...groups.values()].reduce(nextState, UNKNOWN)
}

export function changeTo({ stage, because, articles }: State, from: string): StatusChange {
  return { from, stage, because, articles }
}
