import { resolve } from './antecedents.ts'
import { inserted } from './inserted.ts'
import { plainly } from './letters.ts'
import type { Mention } from './mentions.ts'
import { type Attributed, between, type Context } from './quote-context.ts'
import type { Quoted } from './quote-marks.ts'
import { saidAfter, saidBefore } from './said-beside.ts'
import { hasMoreWords } from './titles.ts'
import type { Voice } from './voices.ts'

type Answer = { speaker: Voice | null; stated: boolean }

/** Who speaks a quotation; null where the text does not tell. */
export function speakerOf(context: Context, mark: Quoted): Answer {
  const lead = leadOf(context, mark)
  const near = sinceLast(context, mark, lead)
  const isLed = /:\s*$/.test(near) && /\p{L}/u.test(near)
  const led = isLed
    ? leader(context, mark, near)
    : AFTER_WORDS.test(near)
      ? leader(context, mark, lead)
      : null
  if (led?.name && !isNamedAfter(context, mark))
    return { speaker: saidBefore(context, mark) ?? led, stated: true }
  const beside = bracketed(context, mark) ?? saidAfter(context, mark) ?? saidBefore(context, mark)
  if (beside) return { speaker: beside, stated: true }
  const last = context.quotes.at(-1)
  if (mark.continues) return { speaker: last?.speaker ?? null, stated: false }
  const inside = inserted(context, mark)
  if (inside) return { speaker: inside, stated: true }
  if (led) return { speaker: led, stated: false }
  const isCarriedOn = last?.paragraph === mark.paragraph && last.speaker !== null
  const carried = isCarriedOn
    ? (contrasted(context, mark, near) ?? personSince(context, mark, last) ?? last.speaker)
    : null
  if (carried) return { speaker: carried, stated: false }
  if (!/\p{L}/u.test(lead)) return { speaker: goingOn(context, mark), stated: false }
  return { speaker: inlineSpeaker(context, mark, lead), stated: false }
}

/** The colon right after marked words is their sentence's: Ruiz, who called it “dead”: “…” */
const AFTER_WORDS = /^["”’'»“]?:\s*$/

/** “…,” Ana Ruiz said: whatever led to the words, she is named behind them. */
function isNamedAfter({ mentions, sentences }: Context, { paragraph, end }: Quoted): boolean {
  const own = sentences.find(
    (one) => one.paragraph === paragraph && one.start <= end && one.end >= end,
  )
  return between(mentions, end, own?.end ?? end).some(
    ({ kind, aside }) => kind === 'named' && !aside,
  )
}

/** Who spoke last, if the next words in the paragraph are theirs too; else who is spoken of. */
function goingOn(context: Context, mark: Quoted): Voice | null {
  const { marks, memory } = context
  if (!memory.subject || !memory.speaker || memory.subject.name === memory.speaker.name)
    return memory.subject ?? memory.speaker
  const next = marks.find(({ start }) => start > mark.end)
  const isTheirs = next && saidAfter(context, next)?.name === memory.speaker.name
  return isTheirs ? memory.speaker : memory.subject
}

/** Ana Ruiz (“I am fit”): what stands in brackets right behind a name. */
function bracketed({ lens, memory, mentions, plain }: Context, mark: Quoted): Voice | null {
  if (plain.charAt(mark.start - 2) !== '(') return null
  const person = mentions.find(({ end }) => plain.slice(end, mark.start - 1) === ' (')
  return person ? resolve(lens, memory, person, mentions) : null
}

/** What stands before a quotation in its own sentence. */
function leadOf({ plain, sentences }: Context, mark: Quoted): string {
  const own = sentences.find(
    ({ paragraph, start, end }) =>
      paragraph === mark.paragraph && start <= mark.start && end >= mark.start,
  )
  return plain.slice(own?.start ?? 0, mark.start - 1)
}

/** The part of what leads a quotation that stands after the one before. */
function sinceLast({ quotes }: Context, mark: Quoted, lead: string): string {
  const last = quotes.at(-1)
  const since = last?.paragraph === mark.paragraph ? mark.start - last.end - 2 : lead.length
  return since < lead.length ? lead.slice(lead.length - Math.max(0, since)) : lead
}

/** Words of somebody's view, in plain text. */
const VIEW = plainly(
  /(?<!\p{L})(?:a su juicio|en sus palabras|in (?:his|her) (?:view|words)|seiner meinung|ihrer meinung|selon (?:lui|elle)|a ses yeux|secondo (?:lui|lei)|a suo dire|na sua opiniao|segundo el[ea])/iu,
)

/** Words in marks amid a sentence are its person's; after a colon, who spoke last; or nobody's. */
function inlineSpeaker(context: Context, mark: Quoted, lead: string): Voice | null {
  const { memory, mentions, plain, quotes } = context
  const person = leader(context, mark, lead)
  if (person) return person
  const from = mark.start - 1 - lead.length
  const told = mentions.some(
    ({ kind, end, aside, guessed }) => kind === 'named' && end <= from && !aside && !guessed,
  )
  if (/:\s*$/.test(lead)) return told ? memory.subject : (memory.speaker ?? memory.subject)
  if (told && (isSentence(plain, mark) || VIEW.test(lead))) return memory.subject
  return isSentence(plain, mark) ? onlySpeaker(quotes) : null
}

/** "This from Ana Ruiz: “…”", "Parola di Ana Ruiz: «…»". */
const FROM = plainly(/(?<!\p{L})(?:from|of|by|de|di|von|da) $/iu)

const OPENS = 6 // characters: "From Ana Ruiz came a single line: “…”"

/** The first person of the sentence before a quotation. */
function leader(
  { lens, mentions, memory, plain }: Context,
  mark: Quoted,
  lead: string,
): Voice | null {
  const from = mark.start - 1 - lead.length
  const isLed = /:\s*$/.test(lead)
  const met = between(mentions, from, mark.start - 1)
  const person =
    met.find(({ aside, guessed }) => !aside && !guessed) ??
    met.find(
      ({ start, end }) =>
        FROM.test(plain.slice(0, start)) &&
        (plain.charAt(end) === ':' || (isLed && start - from < OPENS)),
    )
  return person ? resolve(lens, memory, person, met) : null
}

const SENTENCE = 5 // words: fewer in marks may be anybody's phrase

function isSentence(plain: string, { start, end }: Quoted): boolean {
  return hasMoreWords(plain.slice(start, end).trim(), SENTENCE - 1)
}

/** In an interview all is said by one: the only one who was told to speak so far, twice or more. */
function onlySpeaker(quotes: Attributed[]): Voice | null {
  const stated = quotes.filter((quote) => quote.stated && quote.speaker)
  const names = new Set(stated.map(({ speaker }) => speaker?.name))
  return stated.length >= 2 && names.size === 1 ? (stated[0]?.speaker ?? null) : null
}

const CONTRAST = plainly(
  /^[\s,;—–]*(?:and|but|while|whereas|und|aber|wahrend|y|pero|mientras|et|mais|tandis que|e|ma|mentre|mas|enquanto) $/u,
)
/** A verb that takes marked words for its object. */
const TAKES = plainly(/^ (?!(?:are|has|have|is|ist|was|were)(?!\p{L}))\p{Ll}+ (?:\p{Ll}+ )?$/u)

/** “…,” while Ana Ruiz prefers “…”: a clause of somebody else's, within the sentence. */
function contrasted(context: Context, mark: Quoted, near: string): Voice | null {
  const { lens, memory, mentions, plain } = context
  const from = mark.start - 1 - near.length
  const met = between(mentions, from, mark.start - 1)
  const [first] = met.filter(isSubject)
  if (!first || !CONTRAST.test(plain.slice(from, first.start).toLowerCase())) return null
  return TAKES.test(plain.slice(first.end, mark.start - 1))
    ? resolve(lens, memory, first, met)
    : null
}

/** Somebody of whom whole sentences tell, between the last quotation and this one, takes over. */
function personSince(
  { lens, mentions, memory, sentences }: Context,
  mark: Quoted,
  last: Attributed,
): Voice | null {
  const since = sentences.filter(
    ({ paragraph, start, end }) =>
      paragraph === mark.paragraph && start > last.end && end < mark.start,
  )
  const told = since.map(({ start, end }) => between(mentions, start, end).filter(isSubject))
  const final = told.at(-1)?.find(({ kind }) => kind !== 'pronoun')
  if (final) return resolve(lens, memory, final, told.at(-1) ?? [])
  return told.flat().some(({ kind }) => kind !== 'pronoun') ? memory.subject : null
}

function isSubject({ aside, guessed }: Mention): boolean {
  return !aside && !guessed
}
