import { DENIALS } from './denials.ts'
import { DEVELOPMENT } from './development.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import { GREENLIT } from './greenlit.ts'
import { ITALIAN } from './italian.ts'
import { CANCELLED, STALLED } from './off-ladder.ts'
import { PORTUGUESE } from './portuguese.ts'
import { FILMING, POST_PRODUCTION, PRE_PRODUCTION, RELEASED } from './production.ts'
import { SPANISH } from './spanish.ts'
import type { StageWords } from './stage-words.ts'
import { RUMORED, TALKS } from './talks.ts'

/** Every row; the order is that of the ladder and decides nothing. */
export const STAGE_WORDS: readonly StageWords[] = [
  ...RUMORED,
  ...TALKS,
  ...DEVELOPMENT,
  ...GREENLIT,
  ...PRE_PRODUCTION,
  ...FILMING,
  ...POST_PRODUCTION,
  ...RELEASED,
  ...STALLED,
  ...CANCELLED,
  ...DENIALS,
  ...FRENCH,
  ...GERMAN,
  ...ITALIAN,
  ...PORTUGUESE,
  ...SPANISH,
]

const PARTS = new Set(STAGE_WORDS.flatMap(({ rule, part }) => (part ? [rule] : [])))

/** Whether a rule reads a piece of a stage, whose denial leaves the stage: "there is no script". */
export function isPart(rule: string): boolean {
  return PARTS.has(rule)
}
