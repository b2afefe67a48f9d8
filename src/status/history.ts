import { rung, type Stage } from '../stage.ts'
import { rankOf } from './authority.ts'
import type { PlacedStatement } from './placement.ts'
import { type Support, supportOf, type Weighed } from './support.ts'
import { isPart } from './words/all.ts'

/** A statement as it counts for the status. */
export type Evidence = Pick<
  PlacedStatement,
  'id' | 'speaker' | 'role' | 'stage' | 'modality' | 'rule' | 'saidOn' | 'fresh' | 'recalled'
> & {
  articleId: string
  /** When its article counts: published, else first seen (ISO 8601 UTC). */
  moment: string
  /** When a revision of the article dropped it; null while it stands. */
  withdrawn: string | null
}

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

/** The status at a moment. */
export type Status = {
  stage: Stage | null
  /** Since when it is this stage; null where nothing is known. */
  since: string | null
  because: string[]
  articles: string[]
  /** Moment of the latest statement on record for it. */
  confirmed: string | null
  /** Since when nothing on record was said, where that is more than a year; else null. */
  quietSince: string | null
}

const QUIET_DAYS = 365
const DAY_MS = 86_400_000

/** Every change of the status, in order of time, from what was said and published. Pure. */
export function statusHistory(evidence: Evidence[]): StatusChange[] {
  const fresh = evidence.filter((one) => one.fresh).toSorted(inOrder)
  const changes: StatusChange[] = []
  let state: State = UNKNOWN
  for (const moment of momentsOf(fresh)) {
    const isWithdrawal = fresh.some(({ withdrawn }) => withdrawn === moment)
    const before = isWithdrawal ? stateBefore(standing(fresh, moment), moment) : state
    const next = step(
      before,
      standing(fresh, moment).filter((one) => one.moment === moment),
    )
    if (next.stage !== state.stage) changes.push(changeTo(next, moment, fresh))
    state = next
  }
  return changes
}

/** By moment, then by id, so that the order in which things come in does not matter. */
function inOrder(a: Evidence, b: Evidence): number {
  return a.moment.localeCompare(b.moment) || a.id.localeCompare(b.id)
}

/** When something was said or withdrawn. */
function momentsOf(evidence: Evidence[]): string[] {
  const moments = evidence.flatMap(({ moment, withdrawn }) => [moment, withdrawn ?? moment])
  return [...new Set(moments)].toSorted()
}

/** What is not withdrawn by a moment. */
function standing(evidence: Evidence[], moment: string): Evidence[] {
  return evidence.filter(({ withdrawn }) => withdrawn === null || withdrawn > moment)
}

/** The state before a moment, derived anew from what stands. */
function stateBefore(evidence: Evidence[], moment: string): State {
  const before = Map.groupBy(
    evidence.filter((one) => one.moment < moment),
    (one) => one.moment,
  )
  return [...before.values()].reduce(step, UNKNOWN)
}

/** A stage with the rank of who brought it, their names and their statements. */
type State = { stage: Stage | null; rank: number; speakers: (string | null)[]; because: string[] }

const UNKNOWN: State = { stage: null, rank: 0, speakers: [], because: [] }

/** What one moment's statements make of the state before. */
function step(state: State, statements: Evidence[]): State {
  const lowered = lower(state, statements)
  const support = supportOf(statements.map(weighed))
  return support ? raise(lowered, support, statements) : lowered
}

function weighed(evidence: Evidence): Weighed {
  return { ...evidence, when: evidence.saidOn ?? evidence.moment.slice(0, 10) }
}

/** A denial by a voice that answers for the film, no lower than who claimed it, takes it back. */
function lower(state: State, statements: Evidence[]): State {
  const { stage } = state
  if (!stage || rung(stage) < 0) return state
  const denials = statements.filter((one) => deniedRung(one, state) <= rung(stage))
  if (denials.length === 0) return state
  const lowest = Math.min(...denials.map((one) => deniedRung(one, state)))
  return {
    stage: below(lowest),
    rank: Math.max(...denials.map(({ role }) => rankOf(role))),
    speakers: denials.map(({ speaker }) => speaker),
    because: denials.map(({ id }) => id),
  }
}

/**
 * The rung that a statement takes back; Infinity for none. "Nothing is set", from another than
 * who told of work, takes back the work.
 */
function deniedRung({ modality, stage, rule, role, speaker }: Evidence, state: State): number {
  const denies = modality === 'denial' && stage !== null && rung(stage) > rung('talks')
  if (!denies || isPart(rule)) return Infinity
  if (rankOf(role) < rankOf('director') || rankOf(role) < state.rank) return Infinity
  const isSoft = rule === 'nothing-set' && !state.speakers.includes(speaker)
  return isSoft ? rung('development') : rung(stage)
}

function below(denied: number): Stage {
  if (denied <= rung('development')) return 'talks'
  return denied <= rung('greenlit') ? 'development' : 'greenlit'
}

/** A higher rung counts; what lies beside the ladder needs authority, as coming back from it does. */
function raise(state: State, support: Support, statements: Evidence[]): State {
  const { stage, rank, because } = support
  const speakers = statements.filter(({ id }) => because.includes(id)).map((one) => one.speaker)
  const next: State = { stage, rank, speakers, because }
  // Who reviews a film of which no shoot is known may be joking.
  const isShot = state.stage !== null && rung(state.stage) >= rung('filming')
  if (stage === 'released' && rank === 0 && !isShot) return state
  if (rung(stage) < 0) return rank >= rankOf('director') ? next : state
  if (!state.stage) return next
  if (rung(state.stage) >= 0) return rung(stage) > rung(state.stage) ? next : state
  const revives = support.isFirm && rung(stage) >= rung('talks') && rank >= rankOf('director')
  return revives ? next : state
}

function changeTo({ stage, because }: State, from: string, evidence: Evidence[]): StatusChange {
  const articles = evidence.filter(({ id }) => because.includes(id)).map((one) => one.articleId)
  return { from, stage, because, articles: [...new Set(articles)] }
}

/** The status at a moment (ISO 8601 UTC), from what was published by then. Pure. */
export function statusAt(evidence: Evidence[], at: string): Status {
  const known = evidence
    .filter(({ moment }) => moment <= at)
    .map((one) =>
      one.withdrawn !== null && one.withdrawn > at ? { ...one, withdrawn: null } : one,
    )
  const last = statusHistory(known).at(-1)
  const spoken = known
    .filter(({ fresh, role }) => fresh && rankOf(role) >= rankOf('actor'))
    .toSorted(inOrder)
  const latest = spoken.at(-1)?.moment ?? null
  const isQuiet = latest !== null && Date.parse(at) - Date.parse(latest) > QUIET_DAYS * DAY_MS
  return {
    stage: last?.stage ?? null,
    since: last?.from ?? null,
    because: last?.because ?? [],
    articles: last?.articles ?? [],
    confirmed: spoken.findLast(({ stage }) => stage === last?.stage)?.moment ?? null,
    quietSince: isQuiet ? latest : null,
  }
}
