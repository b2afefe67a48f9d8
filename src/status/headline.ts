import { rung, type Stage } from '../stage.ts'
import type { Focused } from '../story/focus.ts'
import type { Passage } from '../story/passage.ts'
import { plainStage } from './authority.ts'
import { type Claim, claimsOf } from './claims.ts'

/** What a headline claims: the stage, and whether it hands it to somebody by name. */
export type HeadlineClaim = { stage: Stage | null; isAttributed: boolean }

/**
 * Reads a headline (a passage of one paragraph). A question or no claim is null; what insiders
 * say is a rumour; a wish is talks.
 */
export function headlineOf(passage: Passage, focused: Focused[]): HeadlineClaim {
  const claims = claimsOf(passage, focused).filter(
    ({ cue }) =>
      cue.modality !== 'question' &&
      cue.modality !== 'denial' &&
      cue.modality !== 'conditional' &&
      !(cue.past && rung(cue.stage) >= 0),
  )
  if (/\?["”’'»]*$/.test(passage.paragraphs.join(' ').trim()))
    return { stage: null, isAttributed: false }
  const best = claims.toSorted(byStage)[0]
  if (!best) return { stage: null, isAttributed: false }
  return { stage: stageOf(best, claims), isAttributed: best.voice.role !== 'outlet' }
}

function stageOf({ cue }: Claim, claims: Claim[]): Stage {
  const isRumor = claims.some(
    ({ voice, cue }) => voice.role === 'insider' || cue.modality === 'rumor',
  )
  if (isRumor) return 'rumored'
  if (cue.modality === 'wish') return 'talks'
  return plainStage(cue.stage, cue.rule, 'outlet', false)
}

/** What lies beside the ladder is the news; else the higher. */
function byStage(a: Claim, b: Claim): number {
  const height = ({ cue }: Claim) =>
    rung(cue.stage) < 0 ? 10 : cue.modality === 'wish' ? 1 : rung(cue.stage)
  return height(b) - height(a)
}
