import { DENIALS } from './denials.ts'
import { DEVELOPMENT } from './development.ts'
import { GREENLIT } from './greenlit.ts'
import { CANCELLED, STALLED } from './off-ladder.ts'
import { FILMING, POST_PRODUCTION, PRE_PRODUCTION, RELEASED } from './production.ts'
import type { StageWords } from './stage-words.ts'
import { TALKS } from './talks.ts'

/** Every row; the order is that of the ladder and decides nothing. */
export const STAGE_WORDS: readonly StageWords[] = [
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
]
