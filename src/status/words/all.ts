import { expanded } from './classes.ts'
import { DENIALS } from './denials.ts'
import { DEVELOPMENT } from './development.ts'
import { EVERYDAY } from './everyday.ts'
import { EVERYDAY_SHOOT } from './everyday-shoot.ts'
import { POST_PRODUCTION, RELEASED } from './finishing.ts'
import { FRENCH } from './french.ts'
import { FRENCH_SHOOT } from './french-shoot.ts'
import { GERMAN } from './german.ts'
import { GERMAN_SHOOT } from './german-shoot.ts'
import { GREENLIT } from './greenlit.ts'
import { IDIOMS } from './idioms.ts'
import { IDIOMS_OF_NO } from './idioms-no.ts'
import { ITALIAN } from './italian.ts'
import { ITALIAN_SHOOT } from './italian-shoot.ts'
import { CANCELLED, STALLED } from './off-ladder.ts'
import { PORTUGUESE } from './portuguese.ts'
import { PORTUGUESE_SHOOT } from './portuguese-shoot.ts'
import { FILMING, PRE_PRODUCTION } from './production.ts'
import { SPANISH } from './spanish.ts'
import { SPANISH_SHOOT } from './spanish-shoot.ts'
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
  ...EVERYDAY,
  ...EVERYDAY_SHOOT,
  ...IDIOMS,
  ...IDIOMS_OF_NO,
  ...FRENCH,
  ...FRENCH_SHOOT,
  ...GERMAN,
  ...GERMAN_SHOOT,
  ...ITALIAN,
  ...ITALIAN_SHOOT,
  ...PORTUGUESE,
  ...PORTUGUESE_SHOOT,
  ...SPANISH,
  ...SPANISH_SHOOT,
].map((row) => ({ ...row, phrases: row.phrases.flatMap(expanded) }))

const PARTS = new Set(STAGE_WORDS.flatMap(({ rule, part }) => (part ? [rule] : [])))

/** Whether a rule reads a piece of a stage, whose denial leaves the stage: "there is no script". */
export function isPart(rule: string): boolean {
  return PARTS.has(rule)
}
