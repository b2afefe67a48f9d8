import { learn, type Memory, type Met, resolve } from './antecedents.ts'
import { ACCORDING, type Attributed, type Context, outside, speakerOf } from './attribution.ts'
import type { Lens } from './lens.ts'
import { mentionsIn } from './mentions.ts'
import { quotedSpans } from './quote-marks.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { plainOf } from './tokens.ts'

/** A sentence with who is mentioned in it. */
export type Told = Sentence & { met: Met[] }

/** An article's text taken apart: sentences in order and what stands in quotation marks. */
export type Passage = {
  paragraphs: string[]
  /** The paragraphs with accents off and apostrophes straight, character for character. */
  plain: string[]
  sentences: Told[]
  quotes: Attributed[]
}

/**
 * Takes paragraphs apart and finds who speaks each quotation: by the verb of saying beside it, by
 * the sentence before, by pronoun or role to the person last spoken of, by carrying on.
 */
export function passageOf(lens: Lens, paragraphs: string[]): Passage {
  const plain = paragraphs.map(plainOf)
  const marks = Map.groupBy(quotedSpans(paragraphs), (mark) => mark.paragraph)
  const memory: Memory = { subject: null, speaker: null, seen: [] }
  const quotes: Attributed[] = []
  const sentences = sentencesOf(paragraphs).map((sentence, _, all): Told => {
    const text = plain[sentence.paragraph] ?? ''
    const here = marks.get(sentence.paragraph) ?? []
    const mentions = outside(mentionsIn(lens, text, sentence.start, sentence.end), here)
    const met = mentions.map((mention): Met => {
      const { start, end, kind, aside, guessed } = mention
      const source = ACCORDING.test(text.slice(sentence.start, start).toLowerCase())
      return {
        start,
        end,
        kind,
        aside,
        guessed,
        source,
        voice: resolve(lens, memory, mention, mentions),
      }
    })
    const inside = here.filter((mark) => mark.start >= sentence.start && mark.start < sentence.end)
    for (const mark of inside) {
      const context: Context = { lens, plain: text, marks: here, sentences: all, memory, quotes }
      const answer = speakerOf(context, mark)
      quotes.push({ ...mark, ...answer })
      memory.speaker = answer.speaker ?? memory.speaker
    }
    const last = inside.length > 0 ? quotes.at(-1) : undefined
    learn(lens, memory, met, last?.stated ? last.speaker : null)
    return { ...sentence, met }
  })
  return { paragraphs, plain, sentences, quotes }
}
