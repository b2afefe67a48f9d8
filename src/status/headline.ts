import { rung, type Stage } from '../stage.ts'
import type { Focused } from '../story/focus.ts'
import type { Passage } from '../story/passage.ts'
import { plainStage } from './authority.ts'
import { type Claim, claimsOf } from './claims.ts'

/**
 * The stage that a headline (a passage of one paragraph) claims at face value. A question or no
 * claim is null; what insiders say or what is only rumored is a rumor; a wish is talks.
 */
export function headlineStage(headline: Passage, focused: Focused[]): Stage | null {
  if (/\?["”’'»]*$/.test(headline.paragraphs.join(' ').trim())) return null
  const claims = withApproval(claimsOf(headline, focused, 'released').filter(isClaim))
  const best = claims.toSorted(byStage)[0]
  if (!best) return isHearsay(headline, focused) ? 'rumored' : null
  if (claims.some(isRumor)) return 'rumored'
  if (best.cue.modality === 'wish') return 'talks'
  return plainStage(best.cue.stage, best.cue.rule, 'outlet', false)
}

/** "Greenlights it, with Ana Ruiz set to star": plans told with the approval are part of it. */
function withApproval(claims: Claim[]): Claim[] {
  const isApproved = claims.some(
    ({ cue }) => cue.stage === 'greenlit' && cue.modality === 'fact' && cue.rule !== 'confirmed',
  )
  return isApproved ? claims.filter(({ cue }) => cue.modality !== 'plan') : claims
}

/** Nothing but that somebody without a name says something of the film. */
function isHearsay({ plain, sentences }: Passage, focused: Focused[]): boolean {
  const isNamed = focused.some(({ films }) => films.some(({ kind }) => kind === 'awaited'))
  const isTold = sentences.some(({ met }) => met.some(({ voice }) => voice?.role === 'insider'))
  return isNamed && (isTold || /\b(?:rumou?rs?|reportedly|rumou?red)\b/i.test(plain.join(' ')))
}

/** "Weeks before the start of production" claims no start, "five years after it was killed" no end. */
function isClaim({ cue, voice }: Claim): boolean {
  if (cue.modality === 'question' || cue.modality === 'denial') return false
  if (cue.modality === 'conditional') return voice.role === 'insider'
  return !cue.past
}

function isRumor({ cue, voice }: Claim): boolean {
  return voice.role === 'insider' || cue.modality === 'rumor'
}

/** What lies beside the ladder is the news; else the higher. */
function byStage(a: Claim, b: Claim): number {
  return height(b) - height(a)
}

function height({ cue }: Claim): number {
  if (rung(cue.stage) < 0) return 10
  return cue.modality === 'wish' ? 1 : rung(cue.stage)
}
