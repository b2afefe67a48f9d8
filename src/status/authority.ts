import { rung, type Stage } from '../stage.ts'
import type { VoiceRole } from '../story/voices.ts'

/** How far a voice is trusted: studio, then who makes the film, then who writes or plays in it. */
const RANK: Record<VoiceRole, number> = {
  studio: 5,
  producer: 4,
  director: 4,
  writer: 3,
  actor: 2,
  author: 2,
  other: 1,
  insider: 1,
  outlet: 0,
}

export function rankOf(role: VoiceRole): number {
  return RANK[role]
}

/** Whether somebody answers for what they say with their name or office. */
export function isOnRecord(role: VoiceRole): boolean {
  return RANK[role] >= RANK.actor
}

/** Rules whose words promise more than they say: "it's happening", "confirmed", "going forward". */
const VAGUE: ReadonlySet<string> = new Set(['happening', 'confirmed', 'going-forward'])

/** "will make another": a studio's resolve is its approval; from others it is work. */
const COMMITS = 'commits'

/**
 * What vague words say: approval only from a studio in its own words; work from a filmmaker in
 * theirs or a studio in a reporter's; from anybody else's mouth by way of a reporter, talk. An
 * outlet's "confirmed" is taken at its word, since it counts for nothing but an overclaim.
 */
export function plainStage(stage: Stage, rule: string, role: VoiceRole, isQuoted: boolean): Stage {
  if (rule === COMMITS) return role === 'studio' ? stage : atMost(stage, 'development')
  if (!VAGUE.has(rule)) return stage
  if (role === 'outlet') return rule === 'going-forward' ? atMost(stage, 'development') : stage
  if (role === 'studio') return isQuoted ? stage : atMost(stage, 'development')
  return atMost(stage, isQuoted ? 'development' : 'talks')
}

/**
 * The most that a voice can support by saying a stage as fact: greenlit and beyond need a studio,
 * producer or director; an actor can tell of talks; an insider or outlet alone only of rumours. That
 * a film is out everybody can see.
 */
export function supportable(stage: Stage, role: VoiceRole): Stage | null {
  const rank = RANK[role]
  if (rung(stage) < 0) return rank >= RANK.writer ? stage : null
  if (role === 'outlet' && stage === 'released') return stage
  if (rank < RANK.actor) return 'rumored'
  if (rank === RANK.actor) return atMost(stage, 'talks')
  return role === 'writer' ? atMost(stage, 'development') : stage
}

function atMost(stage: Stage, limit: Stage): Stage {
  return rung(stage) > rung(limit) ? limit : stage
}
