import { isGreenlitOrBeyond, rung, type Stage } from '../stage.ts'
import { isOnRecord, rankOf, supportable } from './authority.ts'
import type { Statement } from './statements.ts'
import { isPart } from './words/all.ts'

/** A statement as it is weighed: `when` is the day it was said, as text that sorts. */
export type Weighed = Pick<
  Statement,
  'role' | 'stage' | 'modality' | 'rule' | 'recalled' | 'speaker' | 'saidOn'
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
  const ends = claims.filter(({ stage }) => rung(stage) < 0).toSorted(byDay)
  const off = ends.find(({ rank }) => rank > 0) ?? ends[0]
  const on = claims.filter(({ stage }) => rung(stage) >= 0).toSorted(byStage)
  const reviver = off && on.find((claim) => outlives(claim, off))
  const since = reviver?.statement.when ?? ''
  const best = off && !reviver ? off : on.find(({ statement }) => statement.when >= since)
  return best ? supportFrom(best, claims) : null
}

type ClaimedStage = { stage: Stage; rank: number; statement: Weighed }

function supportFrom({ stage, rank }: ClaimedStage, claims: ClaimedStage[]): Support {
  const same = claims.filter((claim) => claim.stage === stage && claim.rank === rank)
  const isFirm = same.some(
    ({ statement }) => statement.modality !== 'wish' && !isPart(statement.rule),
  )
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
      return rung(stage) < 0 || isDenied(statement, all) || isQuelled(statement, all)
        ? []
        : [{ stage: 'rumored', rank, statement }]
    case 'fact':
    case 'plan': {
      if (rung(stage) < 0 && isTakenBack(statement, all)) return []
      if (role === 'outlet' && rung(stage) < 0) return [{ stage, rank, statement }]
      // Once it is out, nobody's "we are not developing it" is of this film.
      if (stage === 'released' && rank >= rankOf('director')) return [{ stage, rank, statement }]
      if (!isOnRecord(role) && isDenied(statement, all)) return []
      const supported = supportable(withApproval(statement, all) ?? stage, role)
      if (!supported) return []
      return [{ stage: lowered(supported, statement, all), rank, statement }]
    }
  }
}

/** Plans told with the approval are part of it: "has greenlit it and plans to shoot in March". */
function withApproval(plan: Weighed, all: Weighed[]): Stage | null {
  if (plan.modality !== 'plan' || plan.recalled) return null
  const approval = all.find(
    (other) =>
      other.stage === 'greenlit' &&
      other.modality === 'fact' &&
      other.speaker === plan.speaker &&
      other.role === plan.role &&
      other.role === 'studio',
  )
  return approval ? 'greenlit' : null
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

/** "People say it's dead. It's not dead": an end that the same speaker, or one above, denies. */
function isTakenBack(statement: Weighed, all: Weighed[]): boolean {
  return all.some((other) => other.stage === statement.stage && isDenialOf(other, statement))
}

/** Loose talk beside which somebody on record says no, to whatever. */
function isQuelled({ stage }: Weighed, all: Weighed[]): boolean {
  const isNo = ({ modality, role }: Weighed) => modality === 'denial' && isOnRecord(role)
  return stage === 'rumored' && all.some(isNo)
}

/** Whether somebody on record denies what a reporter or an insider says. */
function isDenied(statement: Weighed, all: Weighed[]): boolean {
  const claimed = statement.stage === null ? -1 : rung(statement.stage)
  return all.some(
    (other) =>
      isOnRecord(other.role) &&
      isDenialOf(other, statement) &&
      deniedRung(other, statement) >= 0 &&
      deniedRung(other, statement) <= claimed,
  )
}

function isDenialOf(other: Weighed, statement: Weighed): boolean {
  if (other.modality !== 'denial' || isPart(other.rule) || other.when < statement.when) return false
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
  if (other.stage === null || other.stage === 'talks') return -1
  return isSoft(other, statement) ? rung('development') : rung(other.stage)
}

const LATER_MS = 20 * 86_400_000

/**
 * Newer talk or work on record ends a rest; wishes, rumours and loose pages do not. A rest that the
 * text only recalls, or that only a reporter tells of, gives way to what is said now.
 */
function outlives({ stage, rank, statement }: ClaimedStage, off: ClaimedStage): boolean {
  if (stage === 'released') return true
  if (rank < rankOf('actor')) return false
  if (statement.modality === 'wish' || isPart(statement.rule) || rung(stage) < rung('talks'))
    return false
  const isDated = statement.saidOn !== null && off.statement.saidOn !== null
  if (statement.rule === 'revived' && rank >= off.rank && !statement.recalled) return true
  const isAbove = rank > off.rank || (rank === off.rank && off.statement.recalled)
  if (isGreenlitOrBeyond(stage) && isAbove && statement.modality === 'fact') return true
  if ((off.statement.recalled || off.rank === 0) && !statement.recalled) return true
  if (off.statement.recalled && !isDated) return false
  return Date.parse(statement.when) - Date.parse(off.statement.when) > LATER_MS
}

/** The latest first; what is called off outweighs what rests. */
function byDay(a: ClaimedStage, b: ClaimedStage): number {
  const end = ({ stage }: ClaimedStage) => (stage === 'cancelled' ? 0 : 1)
  return b.statement.when.localeCompare(a.statement.when) || end(a) - end(b) || b.rank - a.rank
}

function byStage(a: ClaimedStage, b: ClaimedStage): number {
  return rung(b.stage) - rung(a.stage) || b.rank - a.rank
}
