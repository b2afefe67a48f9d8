import { rung, type Stage } from '../stage.ts'
import { matchesOf, type PhraseMatch, phraseBook } from '../story/phrases.ts'
import type { Token } from '../story/tokens.ts'
import type { Modality } from './modality.ts'
import { modalityAt } from './modality.ts'
import { STAGE_WORDS } from './words/all.ts'
import type { StageWords } from './words/stage-words.ts'

/** A place in a sentence that claims, denies, asks or wishes a stage. */
export type Cue = {
  stage: Stage
  modality: Modality
  rule: string
  part: boolean
  /** Characters of the paragraph. */
  start: number
  end: number
  /** Words of the sentence, the end exclusive. */
  from: number
  to: number
}

const BOOK = phraseBook(STAGE_WORDS, (row) => row.phrases)

/** The cues of a sentence, in order, none overlapping. `isQuestion` tells how the sentence ends. */
export function cuesIn(tokens: Token[], isQuestion: boolean): Cue[] {
  const kept: PhraseMatch<StageWords>[] = []
  for (const match of matchesOf(BOOK, tokens).sort(byWeight))
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match)
  return kept.sort((a, b) => a.from - b.from).map((match) => cueOf(match, tokens, isQuestion))
}

/** What says more goes first: beside the ladder, a denial, then the longer, then the higher. */
function byWeight(a: PhraseMatch<StageWords>, b: PhraseMatch<StageWords>): number {
  return (
    weight(b.row) - weight(a.row) ||
    b.to - b.from - (a.to - a.from) ||
    rung(b.row.stage) - rung(a.row.stage) ||
    a.from - b.from
  )
}

function weight(row: StageWords): number {
  if (row.as === 'denial') return 2
  return rung(row.stage) < 0 ? 1 : 0
}

function cueOf(match: PhraseMatch<StageWords>, tokens: Token[], isQuestion: boolean): Cue {
  const { row, from, to } = match
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  const modality = modalityAt(tokens, from, to, row.as, isQuestion)
  return {
    stage: row.stage,
    modality,
    rule: row.rule,
    part: row.part === true,
    start,
    end,
    from,
    to,
  }
}
