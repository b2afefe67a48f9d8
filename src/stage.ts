/** The stages of a film that is waited for, in order, as the trade names them. */
export const LADDER = [
  'rumored',
  'talks',
  'development',
  'greenlit',
  'pre-production',
  'filming',
  'post-production',
  'released',
] as const

/** Stages beside the ladder: nothing moves, and nothing will. */
export const OFF_LADDER = ['stalled', 'cancelled'] as const

export const STAGES = [...LADDER, ...OFF_LADDER] as const

export type Stage = (typeof STAGES)[number]

/** Position on the ladder from 0 (rumored); -1 for a stage beside it. */
export function rung(stage: Stage): number {
  return LADDER.findIndex((step) => step === stage)
}

/** Whether a stage claims the studio's approval or more: what must never be said wrongly. */
export function isGreenlitOrBeyond(stage: Stage): boolean {
  return rung(stage) >= rung('greenlit')
}
