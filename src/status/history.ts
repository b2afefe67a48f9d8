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
  const fresh = evidence.filter(({ fresh }) => fresh).toSorted(inOrder)
  const moments = [...Map.groupBy(fresh, ({ moment }) => moment)]
  const changes: StatusChange[] = []
  let state: State = { stage: null, rank: 0 }
  for (const [moment, statements] of moments) {
    const next = step(state, statements)
    if (next.stage !== state.stage) changes.push(change(moment, next, statements))
    state = next
  }
  return changes
}

/** By moment, then by id, so that the order in which things come in does not matter. */
function inOrder(a: Evidence, b: Evidence): number {
  return a.moment.localeCompare(b.moment) || a.id.localeCompare(b.id)
}

type State = { stage: Stage | null; rank: number; because?: string[] }

/** What one moment's statements make of the state before. */
function step(state: State, statements: Evidence[]): State {
  const support = supportOf(statements.map(weighed))
  const lowered = lower(state, statements)
  return support ? raise(lowered, support) : lowered
}

function weighed(evidence: Evidence): Weighed {
  return { ...evidence, when: evidence.saidOn ?? evidence.moment.slice(0, 10) }
}

/** A denial by a voice that may answer for the film takes back what it denies. */
function lower(state: State, statements: Evidence[]): State {
  const { stage } = state
  if (!stage || rung(stage) < 0) return state
  const denials = statements.filter(
    (one) =>
      one.modality === 'denial' &&
      !isPart(one.rule) &&
      one.stage !== null &&
      rankOf(one.role) >= rankOf('director') &&
      rankOf(one.role) >= state.rank &&
      rung(one.stage) > rung('talks') &&
      rung(one.stage) <= rung(stage),
  )
  const lowest = Math.min(...denials.map((one) => (one.stage ? rung(one.stage) : 9)))
  if (denials.length === 0) return state
  const below: Stage =
    lowest <= rung('development')
      ? 'talks'
      : lowest <= rung('greenlit')
        ? 'development'
        : 'greenlit'
  return {
    stage: below,
    rank: Math.max(...denials.map((one) => rankOf(one.role))),
    because: denials.map(({ id }) => id),
  }
}

function raise(state: State, support: Support): State {
  const next: State = { stage: support.stage, rank: support.rank, because: support.because }
  if (!state.stage) return next
  const from = rung(state.stage)
  const to = rung(support.stage)
  if (to < 0) return support.rank >= rankOf('director') ? next : state
  if (from < 0)
    return support.isFirm && to >= rung('talks') && support.rank >= rankOf('producer')
      ? next
      : state
  return to > from ? next : state
}

function change(moment: string, state: State, statements: Evidence[]): StatusChange {
  const because = state.because ?? []
  const articles = statements
    .filter(({ id }) => because.includes(id))
    .map(({ articleId }) => articleId)
  return { from: moment, stage: state.stage, because, articles: [...new Set(articles)] }
}

/** The status at a moment (ISO 8601 UTC), from what was published by then. Pure. */
export function statusAt(evidence: Evidence[], at: string): Status {
  const known = evidence.filter(({ moment }) => moment <= at)
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
