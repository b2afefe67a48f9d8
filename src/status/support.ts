import { rung, type Stage } from '../stage.ts'
import { isOnRecord, rankOf, supportable } from './authority.ts'
import type { Statement } from './statements.ts'

/** A statement as it is weighed: `when` is the day it was said, as text that sorts. */
export type Weighed = Pick<
  Statement,
  'role' | 'stage' | 'modality' | 'part' | 'recalled' | 'speaker' | 'rule' | 'quote'
> & {
  id: string
  when: string
}

/** What statements support together, and which of them. */
export type Support = { stage: Stage; rank: number; because: string[] } | null

/**
 * The stage that statements of one article, or of one moment, support at best: on record before
 * hearsay; a claim that somebody above denies, not later, falls to talks; what is told to rest or
 * to be off counts unless newer work is told of.
 */
export function supportOf(statements: Weighed[]): Support {
  const claims = statements.flatMap((statement) => claimOf(statement, statements))
  const off = claims.filter(({ stage }) => rung(stage) < 0).toSorted(byRank)[0]
  const on = claims.filter(({ stage }) => rung(stage) >= 0).toSorted(byStage)
  const best = on[0]
  if (off && !(best && outlives(best, off))) return supportFrom(off, claims)
  if (best) return supportFrom(best, claims)
  return null
}

type ClaimedStage = { stage: Stage; rank: number; statement: Weighed }

function supportFrom({ stage, rank }: ClaimedStage, claims: ClaimedStage[]): Support {
  const because = claims.filter((claim) => claim.stage === stage && claim.rank > 0)
  return {
    stage,
    rank,
    because: (because.length > 0 ? because : claims.filter((claim) => claim.stage === stage)).map(
      ({ statement }) => statement.id,
    ),
  }
}

function claimOf(statement: Weighed, all: Weighed[]): ClaimedStage[] {
  const { stage, modality, role } = statement
  const rank = rankOf(role)
  if (!stage) return []
  switch (modality) {
    case 'denial':
    case 'question':
    case 'conditional':
      return []
    case 'wish':
      return isOnRecord(role) ? [{ stage: 'talks', rank, statement }] : []
    case 'rumor':
      return rung(stage) < 0 ? [] : [{ stage: 'rumored', rank, statement }]
    case 'fact':
    case 'plan': {
      const supported = supportable({ ...statement, stage })
      if (!supported) return []
      return [{ stage: lowered(supported, statement, all), rank, statement }]
    }
  }
}

/** A claim that a higher voice denies, and not earlier, is worth talks. */
function lowered(stage: Stage, statement: Weighed, all: Weighed[]): Stage {
  const denied = all.filter(
    (other) =>
      other.modality === 'denial' &&
      other.stage !== null &&
      !other.part &&
      rung(other.stage) >= 0 &&
      rung(other.stage) <= rung(stage) &&
      (rankOf(other.role) > rankOf(statement.role) ||
        (other.speaker !== null && other.speaker === statement.speaker)) &&
      other.when >= statement.when,
  )
  if (denied.length === 0 || rung(stage) < 0) return stage
  const lowest = Math.min(...denied.map((other) => (other.stage ? rung(other.stage) : 9)))
  return lowest <= rung('development') ? 'talks' : 'development'
}

/** Newer work on record ends a rest; wishes and rumours do not. */
function outlives(best: ClaimedStage, off: ClaimedStage): boolean {
  if (best.statement.modality === 'wish' || rung(best.stage) < rung('talks'))
    return off.statement.recalled && !best.statement.recalled && rung(best.stage) >= rung('talks')
  return (
    best.statement.when > off.statement.when || (off.statement.recalled && !best.statement.recalled)
  )
}

function byRank(a: ClaimedStage, b: ClaimedStage): number {
  return b.rank - a.rank || rung(a.stage) - rung(b.stage)
}

function byStage(a: ClaimedStage, b: ClaimedStage): number {
  return rung(b.stage) - rung(a.stage) || b.rank - a.rank
}
