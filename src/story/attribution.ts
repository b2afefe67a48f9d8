import { type Memory, resolve } from './antecedents.ts'
import { isCompany } from './aside.ts'
import type { Lens } from './lens.ts'
import type { Mention } from './mentions.ts'
import type { Quoted } from './quote-marks.ts'
import { sayVerbsIn } from './say-verbs.ts'
import type { Sentence } from './sentences.ts'
import { follower, subjectAfter, subjectBefore } from './subjects.ts'
import type { Voice } from './voices.ts'

/** Words in marks with who says them, as far as the text tells. */
export type Attributed = Quoted & {
  speaker: Voice | null
  /** Whether a verb of saying stands beside it, rather than the speaker being carried on. */
  stated: boolean
}

/** A paragraph while it is read, with all that may tell who speaks in it. */
export type Context = {
  lens: Lens
  plain: string
  marks: Quoted[]
  /** Who is mentioned outside quotation marks. */
  mentions: Mention[]
  sentences: Sentence[]
  memory: Memory
  quotes: Attributed[]
}

type Answer = { speaker: Voice | null; stated: boolean }

/** Who speaks a quotation; null where the text does not tell. */
export function speakerOf(context: Context, mark: Quoted): Answer {
  const beside = saidAfter(context, mark) ?? saidBefore(context, mark)
  if (beside) return { speaker: beside, stated: true }
  const { quotes, memory } = context
  const last = quotes.at(-1)
  if (mark.continues) return { speaker: last?.speaker ?? null, stated: false }
  const lead = leadOf(context, mark)
  const isCarriedOn = last?.paragraph === mark.paragraph && last.speaker !== null
  const carried = isCarriedOn ? (personSince(context, mark, last) ?? last.speaker) : null
  if (carried) return { speaker: carried, stated: false }
  if (!/\p{L}/u.test(lead)) return { speaker: memory.subject ?? memory.speaker, stated: false }
  return { speaker: inlineSpeaker(context, mark, lead), stated: false }
}

/** What stands before a quotation in its own sentence. */
function leadOf({ plain, sentences }: Context, mark: Quoted): string {
  const own = sentences.find(
    ({ paragraph, start, end }) =>
      paragraph === mark.paragraph && start <= mark.start && end >= mark.start,
  )
  return plain.slice(own?.start ?? 0, mark.start - 1)
}

/** Words in marks amid a sentence are its person's; after a colon, who spoke last; or nobody's. */
function inlineSpeaker(
  { lens, mentions, memory, plain, quotes }: Context,
  mark: Quoted,
  lead: string,
): Voice | null {
  const start = mark.start - 1 - lead.length
  const met = between(mentions, start, mark.start - 1)
  const person = met.find(({ aside, guessed }) => !aside && !guessed)
  if (person) return resolve(lens, memory, person, met)
  if (/:\s*$/.test(lead)) return memory.speaker ?? memory.subject
  return isSentence(plain, mark) ? onlySpeaker(quotes) : null
}

const SENTENCE = 5 // words: fewer in marks may be anybody's phrase

function isSentence(plain: string, { start, end }: Quoted): boolean {
  return plain.slice(start, end).trim().split(/\s+/).length >= SENTENCE
}

/** In an interview all is said by one: the only one who was told to speak so far, twice or more. */
function onlySpeaker(quotes: Attributed[]): Voice | null {
  const stated = quotes.filter((quote) => quote.stated && quote.speaker)
  const names = new Set(stated.map(({ speaker }) => speaker?.name))
  return stated.length >= 2 && names.size === 1 ? (stated[0]?.speaker ?? null) : null
}

function companyOf({ lens, memory }: Context): Voice | undefined {
  return memory.seen.find((voice) => isCompany(lens, voice))
}

/** Somebody of whom a whole sentence tells, between the last quotation and this one, takes over. */
function personSince(
  { lens, mentions, memory, sentences }: Context,
  mark: Quoted,
  last: Attributed,
): Voice | null {
  const since = sentences.findLast(
    ({ paragraph, start, end }) =>
      paragraph === mark.paragraph && start > last.end && end < mark.start,
  )
  if (!since) return null
  const met = between(mentions, since.start, since.end)
  const first = met.find(({ kind, aside, guessed }) => kind !== 'pronoun' && !aside && !guessed)
  return first ? resolve(lens, memory, first, met) : null
}

/** “…,” Ana Ruiz said. “…,” she said. “…,” said the director. */
function saidAfter(context: Context, mark: Quoted): Voice | null {
  const { plain, marks } = context
  const from = mark.end + 1
  const next = marks.find((other) => other.paragraph === mark.paragraph && other.start > mark.end)
  const limit = Math.min(next ? next.start - 1 : plain.length, from + 200)
  const stop = sentenceEnd(context, mark, from)
  const direct = attributionIn(context, from, Math.min(limit, stop), true)
  if (direct) return direct
  const asks = /[?!…—–-]$/.test(plain.slice(mark.start, mark.end).trim())
  return asks && stop <= from + 1 ? attributionIn(context, from, limit, true) : null
}

function sentenceEnd({ sentences }: Context, mark: Quoted, at: number): number {
  const holding = sentences.find(
    (sentence) =>
      sentence.paragraph === mark.paragraph && sentence.start < at && sentence.end >= at,
  )
  return holding?.end ?? at
}

/** Ana Ruiz said: “…” According to Ana Ruiz, “…” Ana Ruiz’s words were “…” */
function saidBefore(context: Context, mark: Quoted): Voice | null {
  const { sentences, quotes } = context
  const sentence = sentences.find(
    ({ paragraph, start, end }) =>
      paragraph === mark.paragraph && start <= mark.start && end >= mark.start,
  )
  const last = quotes.at(-1)
  const previous = last && last.paragraph === mark.paragraph ? last.end + 1 : 0
  return attributionIn(context, Math.max(sentence?.start ?? 0, previous), mark.start - 1, false)
}

/** Words before a source, at the end of what precedes it, in plain lower case. */
export const ACCORDING =
  /(?:according to|per|in the words of|laut|zufolge|segun|selon|d'apres|secondo|segundo) (?:the |its |der |dem |die |el |la |le |il |lo |o |a )?(?:[\p{L}-]+ ){0,2}$/u
const OWN_WORDS =
  /^'?s? (?:exact |own |full )?(?:words|quote|answer|response|reply|statement|comments?|message|post|tweet)\b/

/** A written statement of nobody's name is the studio's. */
const STATEMENT =
  /(?:(?:a|the|its|brief|written|emailed) statement|stellungnahme|mitteilung|comunicado|communique|comunicato)/

/** The speaker that a stretch beside a quotation names with a verb of saying, or null. */
function attributionIn(context: Context, start: number, end: number, after: boolean): Voice | null {
  if (end - start < 3) return null
  const { lens, plain, memory } = context
  const low = plain.slice(start, end).toLowerCase()
  const mentions = between(context.mentions, start, end)
  const worded = mentions.find(
    (mention) =>
      ACCORDING.test(low.slice(0, mention.start - start)) ||
      OWN_WORDS.test(low.slice(mention.end - start)),
  )
  if (worded) return resolve(lens, memory, worded, mentions)
  const german = after
    ? mentions.find(({ start: at }) => /^[\s,]*so (?:\p{L}+ )?$/u.test(low.slice(0, at - start)))
    : undefined
  if (german) return resolve(lens, memory, german, mentions)
  const verbs = sayVerbsIn(low).map((verb) => verb.start + start)
  const verb = after ? verbs.find((at) => !isParticiple(low, at - start)) : verbs.at(-1)
  if (verb === undefined) return STATEMENT.test(low) ? (companyOf(context) ?? null) : null
  const subject = after
    ? subjectAfter(mentions, verb, start)
    : (subjectBefore(mentions, verb) ?? follower(mentions, verb))
  if (!subject) return null
  const closes = after || /[,"'”’»] $/.test(plain.slice(start, subject.start))
  return resolve(lens, memory, subject, mentions, closes)
}

/** "…, noting that": after a quotation it goes on with the sentence, and names nobody. */
function isParticiple(low: string, at: number): boolean {
  return /^\p{L}+ing(?!\p{L})/u.test(low.slice(at))
}

/** Mentions that stand between two characters. */
export function between(mentions: Mention[], start: number, end: number): Mention[] {
  return mentions.filter((mention) => mention.start >= start && mention.end <= end)
}

/** Mentions that stand in no quotation. */
export function outside(mentions: Mention[], marks: Quoted[]): Mention[] {
  return mentions.filter(
    (mention) => !marks.some((mark) => mention.start >= mark.start && mention.end <= mark.end),
  )
}
