import { rung, type Stage } from '../stage.ts'
import { isOnRecord, rankOf, supportable } from './authority.ts'
import type { Statement } from './statements.ts'

/** A statement as it is weighed: `when` is the day it was said, as text that sorts. */
export type Weighed = Pick<
  Statement,
  'role' | 'stage' | 'modality' | 'part' | 'recalled' | 'speaker' | 'rule' | 'quote' | 'saidOn'
> & {
  id: string
  when: string
}

/** What statements support together, and which of them. */
export type Support = {
  stage: Stage
  rank: number
  because: string[]
  /** Whether it is more than a wish or loose pages: what may end a rest. */
  isFirm: boolean
}

/**
 * The stage that statements of one article, or of one moment, support at best: on record before
 * hearsay; a claim that somebody above denies, not later, falls to talks; what is told to rest or
 * to be off counts unless newer work is told of.
 */
export function supportOf(statements: Weighed[]): Support | null {
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
  const same = claims.filter((claim) => claim.stage === stage && claim.rank === rank)
  const isFirm = same.some(({ statement }) => statement.modality !== 'wish' && !statement.part)
  return { stage, rank, because: same.map(({ statement }) => statement.id), isFirm }
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
      return isOnRecord(role) && !(statement.recalled && statement.saidOn === null)
        ? [{ stage: 'talks', rank, statement }]
        : []
    case 'rumor':
      return rung(stage) < 0 ? [] : [{ stage: 'rumored', rank, statement }]
    case 'fact':
    case 'plan': {
      if (role === 'outlet' && rung(stage) < 0) return [{ stage, rank, statement }]
      const supported = supportable({ ...statement, stage })
      if (!supported) return []
      return [{ stage: lowered(supported, statement, all), rank, statement }]
    }
  }
}

/** A claim that a higher voice denies, and not earlier, is worth talks. */
function lowered(stage: Stage, statement: Weighed, all: Weighed[]): Stage {
  if (rung(stage) < 0) return stage
  const denied = all
    .filter((other) => isDenialOf(other, statement))
    .map((other) => deniedRung(other, statement))
    .filter((denied) => denied >= 0 && denied <= rung(stage))
  if (denied.length === 0) return stage
  return Math.min(...denied) <= rung('development') ? 'talks' : 'development'
}

function isDenialOf(other: Weighed, statement: Weighed): boolean {
  if (other.modality !== 'denial' || other.part || other.when < statement.when) return false
  const isSame = other.speaker !== null && other.speaker === statement.speaker
  return isSame || rankOf(other.role) > rankOf(statement.role) || isSoft(other, statement)
}

/** "Nothing is set", said by another of the same standing, leaves no more than talks. */
function isSoft(other: Weighed, statement: Weighed): boolean {
  return (
    other.rule === 'nothing-set' &&
    other.speaker !== statement.speaker &&
    rankOf(other.role) >= rankOf(statement.role)
  )
}

function deniedRung(other: Weighed, statement: Weighed): number {
  if (other.stage === null) return -1
  return isSoft(other, statement) ? rung('development') : rung(other.stage)
}

const LATER_MS = 20 * 86_400_000

/**
 * Newer work on record ends a rest; wishes, rumours and loose pages do not. A rest that the text
 * only recalls gives way to whatever is said now.
 */
function outlives({ stage, rank, statement }: ClaimedStage, off: ClaimedStage): boolean {
  if (rank < rankOf('actor')) return false
  const isNow = !statement.recalled
  if (off.statement.recalled) return isNow && rung(stage) >= rung('talks')
  if (statement.modality === 'wish' || statement.part) return false
  if (off.rank === 0) return isNow
  return Date.parse(statement.when) - Date.parse(off.statement.when) > LATER_MS
}

function byRank(a: ClaimedStage, b: ClaimedStage): number {
  return b.rank - a.rank || rung(a.stage) - rung(b.stage)
}

function byStage(a: ClaimedStage, b: ClaimedStage): number {
  return rung(b.stage) - rung(a.stage) || b.rank - a.rank
}
