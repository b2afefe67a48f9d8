import type { Stage } from '../stage.ts'
import type { PlacedStatement } from './placement.ts'

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

/** Every change of the status, in order of time, from what was said and published. Pure. */
export function statusHistory(evidence: Evidence[]): StatusChange[] {
  throw new Error(`not yet: ${evidence.length}`)
}

/** The status at a moment (ISO 8601 UTC), from what was published by then. Pure. */
export function statusAt(evidence: Evidence[], at: string): Status {
  throw new Error(`not yet: ${evidence.length} ${at}`)
}
