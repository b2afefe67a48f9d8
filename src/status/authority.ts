import { isGreenlitOrBeyond, rung, type Stage } from '../stage.ts'
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

/**
 * The most that a voice can support by saying a stage as fact: greenlit and beyond need a studio,
 * producer or director; an actor can tell of talks; an insider or outlet alone only rumours.
 */
export function supportable(stage: Stage, role: VoiceRole): Stage | null {
  if (RANK[role] >= RANK.director) return stage
  if (rung(stage) < 0) return role === 'writer' ? stage : null
  if (RANK[role] < RANK.actor) return 'rumored'
  if (role === 'writer') return isGreenlitOrBeyond(stage) ? 'development' : stage
  return rung(stage) > rung('talks') ? 'talks' : stage
}
