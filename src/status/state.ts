import { rung, type Stage } from '../stage.ts'
import { rankOf } from './authority.ts'
import type { Evidence } from './evidence.ts'
import { type Support, supportOf, type Weighed } from './support.ts'
import { isPart } from './words/all.ts'

/**
 * All that the past leaves to the next moment: a stage with the rank of who brought it, their names,
 * their statements and the articles of these. Plain data, so that a fold can be kept and gone on with.
 */
export type State = {
  stage: Stage | null
  rank: number
  speakers: (string | null)[]
  because: string[]
  articles: string[]
}

export const UNKNOWN: State = { stage: null, rank: 0, speakers: [], because: [], articles: [] }

/**
 * What the statements of one moment make of the state before. Pure. What outlets say themselves counts
 * only beside nobody whose words count.
 */
export function nextState(state: State, statements: Evidence[]): State {
  const lowered = lower(state, statements)
  const others = statements.filter(({ role }) => role !== 'outlet')
  const support = supportOf(others.map(weighed)) ?? supportOf(statements.map(weighed))
  return support ? raise(lowered, support, statements) : lowered
}

export function isSameState(a: State, b: State): boolean {
  return JSON.stringify(partsOf(a)) === JSON.stringify(partsOf(b))
}

function partsOf({ stage, rank, speakers, because, articles }: State) {
  return [stage, rank, speakers, because, articles]
}

function weighed(evidence: Evidence): Weighed {
  return { ...evidence, when: evidence.saidOn ?? evidence.moment.slice(0, 10) }
}

/** A denial by a voice that answers for the film, no lower than who claimed it, takes it back. */
function lower(state: State, statements: Evidence[]): State {
  const { stage } = state
  if (!stage || rung(stage) < 0 || stage === 'released') return state
  const denials = statements.filter((one) => deniedRung(one, state) <= rung(stage))
  if (denials.length === 0) return state
  const lowest = Math.min(...denials.map((one) => deniedRung(one, state)))
  const rank = Math.max(...denials.map(({ role }) => rankOf(role)))
  return stateFrom(below(lowest), rank, denials)
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
  const reasons = statements.filter(({ id }) => because.includes(id))
  const next = { ...stateFrom(stage, rank, reasons), because }
  // Who reviews a film of which no shoot is known may be joking.
  const isShot = state.stage !== null && rung(state.stage) >= rung('filming')
  if (stage === 'released' && rank === 0 && !isShot) return state
  if (rung(stage) < 0) return rank >= rankOf('director') ? next : state
  if (!state.stage) return next
  if (rung(state.stage) >= 0) return rung(stage) > rung(state.stage) ? next : state
  const revives = support.isFirm && rung(stage) >= rung('talks') && rank >= rankOf('director')
  return revives ? next : state
}

function stateFrom(stage: Stage, rank: number, reasons: Evidence[]): State {
  return {
    stage,
    rank,
    speakers: reasons.map(({ speaker }) => speaker),
    because: reasons.map(({ id }) => id),
    articles: [...new Set(reasons.map(({ articleId }) => articleId))],
  }
}
