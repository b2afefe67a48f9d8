import type { Person } from '../topic.ts'
import { learn, type Memory, type Met, OFFICE, resolve } from './antecedents.ts'
import { speakerOf } from './attribution.ts'
import { blocksIn } from './blocks.ts'
import { promptsIn } from './interview.ts'
import type { Lens } from './lens.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import { type Attributed, between, outside } from './quote-context.ts'
import { quotedSpans } from './quote-marks.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { namesIn, strangersIn } from './strangers.ts'
import { plainOf } from './tokens.ts'
import { turnsOf, withTurns } from './transcript.ts'
import { ACCORDING } from './wordings.ts'

/** A sentence with who is mentioned in it. */
export type Told = Sentence & { met: Met[] }

/** An article's text taken apart: sentences in order and what stands in quotation marks. */
export type Passage = {
  lens: Lens
  paragraphs: string[]
  /** The paragraphs with accents off and apostrophes straight, character for character. */
  plain: string[]
  sentences: Told[]
  quotes: Attributed[]
}

/**
 * Takes paragraphs apart and finds who speaks each quotation: by the verb of saying beside it, by
 * the sentence before, by pronoun or role to the person last spoken of, by carrying on. The people of
 * `head`, the headline, are known when the text begins.
 */
export function passageOf(lens: Lens, paragraphs: string[], head?: Passage): Passage {
  const plain = paragraphs.map(plainOf)
  const names = plain.map(namesIn)
  const others = strangersIn(lens, plain, names)
  const turns = turnsOf(lens, plain, others)
  const marked = quotedSpans(paragraphs)
  const prompts = promptsIn(paragraphs, marked)
  const withBlocks = withTurns([...marked, ...blocksIn(plain, marked)], turns, plain)
  const marks = Map.groupBy(withBlocks, (mark) => mark.paragraph)
  const memory: Memory = { subject: null, speaker: null, seen: [], named: holderIn(lens, plain) }
  for (const { met } of head?.sentences ?? []) learn(lens, memory, met, null)
  const quotes: Attributed[] = []
  const known = { lens, memory, quotes }
  const mentionsOf = onePer((paragraph) =>
    outside(
      mentionsIn(lens, plain[paragraph] ?? '', others, names[paragraph]),
      marks.get(paragraph) ?? [],
    ),
  )
  const all = sentencesOf(paragraphs)
  const ofParagraph = Map.groupBy(all, ({ paragraph }) => paragraph)
  const sentences = all.map((sentence): Told => {
    const text = plain[sentence.paragraph] ?? ''
    const here = marks.get(sentence.paragraph) ?? []
    const around = mentionsOf(sentence.paragraph)
    const own = ofParagraph.get(sentence.paragraph) ?? []
    const mentions = between(around, sentence.start, sentence.end)
    const met = metIn(lens, memory, text, sentence.start, mentions)
    const inside = here.filter((mark) => mark.start >= sentence.start && mark.start < sentence.end)
    for (const mark of inside) {
      const context = { ...known, plain: text, marks: here, mentions: around, sentences: own }
      const turn = turns[mark.paragraph]
      const answer = turn ? { speaker: turn.voice, stated: true } : speakerOf(context, mark)
      quotes.push({ ...mark, ...answer })
      memory.speaker = answer.speaker ?? memory.speaker
    }
    const last = inside.length > 0 ? quotes.at(-1) : undefined
    if (!prompts.has(sentence.paragraph))
      learn(lens, memory, met, last?.stated ? last.speaker : null)
    return { ...sentence, met }
  })
  return { lens, paragraphs, plain, sentences, quotes }
}

/** Tells who alone of the topic's people in the text has a role: looked up once, when asked. */
function holderIn({ people, personOf }: Lens, plain: string[]): Memory['named'] {
  let found: Set<Person> | null = null
  return (role) => {
    found ??= new Set(
      plain
        .flatMap((text) => (people && text.match(people)) ?? [])
        .flatMap((form) => personOf.get(form) ?? []),
    )
    const [holder, ...others] = [...found].filter((person) => person.role === role)
    return holder && others.length === 0 ? { name: holder.name, role } : null
  }
}

/** The mentions of a sentence, with whom they mean. */
function metIn(lens: Lens, memory: Memory, text: string, from: number, mentions: Mention[]): Met[] {
  return mentions.map((mention) => {
    const { start, end, kind, aside, guessed } = mention
    const lead = text.slice(Math.max(from, start - LEAD), start).toLowerCase()
    const meant = ahead(text, from, mention, mentions) ?? mention
    const voice = resolve(lens, memory, meant, mentions)
    const isOffice = mention.kind === 'noun' && OFFICE.test(mention.word)
    const isCrowd = mention.kind === 'noun' && PLURAL.test(mention.word)
    return {
      start,
      end,
      kind,
      aside,
      guessed: guessed || isCrowd,
      source: ACCORDING.test(lead),
      isOffice,
      voice,
    }
  })
}

/** "Fans will read it twice," he told them: they are not he. */
const PLURAL = /^(?:fans|executives|reps|representatives)$/

/** "When she was asked, Ana Ruiz laughed": a pronoun in an opening clause is who follows it. */
function ahead(text: string, from: number, mention: Mention, all: Mention[]): Mention | undefined {
  if (mention.kind !== 'pronoun' || mention.start === from) return undefined
  const [next] = all.filter(({ kind, start }) => kind !== 'pronoun' && start > mention.end)
  const isFirst = all.every(
    ({ kind, aside, end }) => kind === 'pronoun' || aside || end > mention.start,
  )
  const isMain = next && !next.aside && /, $/.test(text.slice(0, next.start))
  const isOpening = !/[,;:–—]/.test(text.slice(from, mention.start).replace(/,/, ''))
  return isFirst && isMain && isOpening && next.kind === 'named' ? next : undefined
}

const LEAD = 50 // characters before a mention that may make it a source

/** Calls `make` once for each number. */
function onePer<T>(make: (index: number) => T): (index: number) => T {
  const made = new Map<number, T>()
  return (index) => {
    const value = made.get(index) ?? make(index)
    made.set(index, value)
    return value
  }
}
