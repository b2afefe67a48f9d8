import { rung } from '../stage.ts'
import type { Focused } from '../story/focus.ts'
import type { Passage } from '../story/passage.ts'
import { tokensOf } from '../story/tokens.ts'
import type { Claim } from './claims.ts'
import { cuesIn } from './cues.ts'

/** A plain no, at the beginning of an answer or as a sentence of it. Example: "(laughs) No. Not yet." */
const NO =
  /^(?:\([^)]{1,20}\) ?)*(?:no|nope|nah|not yet|nein|noch nicht|non|pas encore|nao|ainda nao)(?=[.,!–— ]|$)/

/**
 * What somebody says no to: “Has the studio greenlit it?” “No. Not yet.” Read where the sentence
 * or paragraph before the answer asks it outside the answer's marks.
 */
export function answersOf(passage: Passage, focused: Focused[]): Claim[] {
  return passage.quotes.flatMap((quote): Claim[] => {
    const { speaker, paragraph, start, end } = quote
    const at = passage.sentences.findIndex(
      (one) => one.paragraph === paragraph && one.start <= start && one.end > start,
    )
    const sentence = passage.sentences[at]
    const question = passage.sentences[at - 1]
    if (!speaker || !sentence || !question || focused[at]?.before === 'other') return []
    if (!/\?["”’'»]*$/.test(question.text.trim())) return []
    const said = passage.sentences
      .slice(at)
      .filter((one) => one.paragraph === paragraph && one.start < end)
    const plain = passage.plain[paragraph] ?? ''
    const isNo = said.some((one) =>
      NO.test(plain.slice(Math.max(start, one.start), end).toLowerCase()),
    )
    const asked = isNo ? cuesOf(passage, question) : []
    return asked.map((cue) => ({
      cue: { ...cue, modality: 'denial', start, end },
      voice: speaker,
      quote,
      sentence,
      focus: 'awaited',
    }))
  })
}

/** What a question asks for, talk aside. */
function cuesOf(passage: Passage, { paragraph, start, end }: Claim['sentence']): Claim['cue'][] {
  const tokens = tokensOf(passage.plain[paragraph] ?? '', start, end)
  return cuesIn(tokens, true).filter(({ stage }) => rung(stage) > rung('talks'))
}
