import { matches } from '../story/found.ts'
import { plainly } from '../story/letters.ts'
import type { Quoted } from '../story/quote-marks.ts'
import type { Cue } from './cues.ts'

const INNER = plainly(/[“"][^“”"]+[”"]|(?<=[\s(])[‘'][^‘’'"“”]{3,}[.,!?]?['’](?=[\s.,;!?)]|$)/gu)

/** Before words that the speaker repeats as their own. Example: "So I told him, ‘We’re in.’" */
const OWN =
  /(?:^|[^\p{L}])(?:i|we|ich|wir|j'ai|nous|on|yo|io|eu)(?:'ve| have| had|'d| a| avons| habe| haben| ho| he)? (?:\p{L}+ )?(?:said|say|told|answered|replied|sagte|sagten|gesagt|dit|dije|dijimos|dicho|detto|disse)(?: (?:him|her|them|yes|\p{Lu}\p{L}+))?[,:]? $/iu

/**
 * Whether a cue stands in marks within what somebody says: words of another, or of another day,
 * that the speaker tells of. “‘The file is closed.’ On a call with investors!”
 */
export function isNested(plain: string, { start, end }: Quoted, cue: Cue): boolean {
  const words = plain.slice(start, end)
  return matches(INNER, words).some(
    (inner) =>
      start + inner.start < cue.start &&
      start + inner.end > cue.end &&
      !OWN.test(words.slice(0, inner.start)),
  )
}
