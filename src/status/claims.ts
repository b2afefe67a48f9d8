import type { Stage } from '../stage.ts'
import { type Focus, type Focused, focusAt } from '../story/focus.ts'
import { namesIn } from '../story/other-titles.ts'
import type { Passage, Told } from '../story/passage.ts'
import type { Attributed } from '../story/quote-context.ts'
import { isTitle, isTitleCase } from '../story/titles.ts'
import { type Token, tokensOf } from '../story/tokens.ts'
import type { Voice } from '../story/voices.ts'
import { isAbout, isBacked } from './about.ts'
import { actedBy } from './acts.ts'
import { announcedBy } from './announced-by.ts'
import { answersOf } from './answers.ts'
import { type Cue, cuesIn, isClosing } from './cues.ts'
import { isInName } from './in-name.ts'
import { isNested } from './nested.ts'
import { voiceAt } from './voice-at.ts'
import { withApproval } from './with-approval.ts'

/** A cue with its voice and what the place is about. */
export type Claim = {
  cue: Cue
  voice: Voice
  quote: Attributed | null
  sentence: Told
  focus: Focus
}

/**
 * Every place of a passage that claims, denies or wishes a stage of the awaited film. `headline`
 * is what the headline claims, which may back what the text says without naming the film.
 */
export function claimsOf(passage: Passage, focused: Focused[], headline: Stage | null): Claim[] {
  const claims = passage.sentences.flatMap((sentence, i) => {
    const films = focused[i]
    if (!films || isOfOther(films)) return []
    return regionsOf(passage, sentence, films).flatMap((tokens) =>
      claimsIn(passage, sentence, films, tokens),
    )
  })
  const told = claims.map((claim) => announcedBy(passage, claim))
  return withApproval(
    [...actedBy(passage, told), ...answersOf(passage, focused)].filter(
      (claim) => isBacked(claim, passage, focused, headline) && !isJoke(claim, passage),
    ),
  )
}

/** Whether nothing in a sentence can be of our film: another is told of, and none is named. */
function isOfOther({ films, before }: Focused): boolean {
  return films.length === 0 && before === 'other'
}

const JOKE = /\b(?:joked|jokes|joking|quipped|quips|kidded|kidding|deadpanned)\b/

/** Said in jest, by the verb beside it: it claims no work. */
function isJoke({ cue, sentence }: Claim, { plain }: Passage): boolean {
  const text = (plain[sentence.paragraph] ?? '').slice(sentence.start, sentence.end)
  return cue.stage !== 'talks' && JOKE.test(text)
}

/** Marked words up to so many are read within their sentence: he'd “love” to return. */
const SHORT = 3 // words

/** The words of a sentence: its prose, then each longer quotation by itself. */
function regionsOf(passage: Passage, sentence: Told, { films }: Focused): Token[][] {
  const tokens = tokensOf(passage.plain[sentence.paragraph] ?? '', sentence.start, sentence.end)
  const quotes = passage.quotes.filter(
    (quote) =>
      quote.paragraph === sentence.paragraph &&
      quote.start < sentence.end &&
      quote.end > sentence.start &&
      !films.some((film) => isAllOf(film, quote)),
  )
  if (quotes.length === 0) return [tokens]
  const inside = quotes
    .map((quote) => tokens.filter(({ start, end }) => start >= quote.start && end <= quote.end))
    .filter(
      (words, i) => words.length > SHORT || quotes[i]?.stated || words.length === tokens.length,
    )
  const taken = new Set(
    inside.filter((words) => words.length > SHORT || words.length === tokens.length).flat(),
  )
  return [
    tokens.filter((token) => !taken.has(token)),
    ...inside.filter((words) => words.some((word) => taken.has(word))),
  ]
}

/** A film's title in marks is prose. */
function isAllOf(film: { start: number; end: number }, quote: Attributed): boolean {
  return film.start <= quote.start && film.end >= quote.end - 2
}

function claimsIn(passage: Passage, sentence: Told, focused: Focused, tokens: Token[]): Claim[] {
  const plain = passage.plain[sentence.paragraph] ?? ''
  const last = tokens.at(-1)
  const isQuestion = last !== undefined && /^["”’'»“)\]]*\?/.test(plain.slice(last.end))
  const isBeforeFilm = (end: number) => isFollowedByFilm(focused, end)
  return cuesIn(tokens, isQuestion, isBeforeFilm).flatMap((cue): Claim[] => {
    const isNamed = focused.films.some(
      (film) =>
        film.kind === 'other' &&
        film.start <= cue.start &&
        film.end >= cue.end &&
        film.end - film.start > cue.end - cue.start + 5,
    )
    if (isNamed || isInName(passage.lens, plain, cue)) return []
    if (cue.rule === 'confirmed' && isClosing(cue, tokens) && !isOfFilm(focused, cue, plain))
      return []
    const { voice, quote } = voiceAt(passage, sentence, cue)
    if (quote && isNested(plain, quote, cue)) return []
    if (
      quote &&
      isTitle(plain.slice(quote.start, quote.end)) &&
      !quote.stated &&
      quote.end - quote.start > cue.end - cue.start + 3
    )
      return []
    const clause = clauseOf(tokens, cue)
    const region = { start: tokens[0]?.start ?? cue.start, end: last?.end ?? cue.end }
    if (isOthers(passage, sentence, focused, cue, clause, region)) return []
    const focus = focusAt(focused, cue.start, cue.end, clause)
    const claim = { cue, voice, quote, sentence, focus }
    return isAbout(claim, focused, passage) ? [claim] : []
  })
}

/** Words between a subject and what is said of it. */
const AUXILIARIES =
  /^["”’']?(?:,? (?:has|have|had|is|are|was|were|will|would|could|may|also|now|just|officially|finally|already|recently|be|been|being|to|set|currently|reportedly|about|still|then))* ?$/u
const BEFORE_OBJECT =
  /^ (?:(?:principal|photography|filming|shooting|production|work|editing|script|screenplay|the|a|his|her|their|its) ){0,3}(?:(?:on|for|of|with) )?(?:the )?["“‘'«]?$/u

/**
 * Whether something else with a capital is what is worked on, shot or done: "Glass Harbor has
 * wrapped", "we start shooting Glass Harbor". Only where the clause names no film of ours.
 */
function isOthers(
  { lens, plain: all }: Passage,
  sentence: Told,
  { films }: Focused,
  cue: Cue,
  clause: { from: number; to: number },
  region: { start: number; end: number },
): boolean {
  if (cue.stage === 'talks') return false
  const isOurs = films.some(
    ({ kind, start, end }) => kind !== 'other' && end > clause.from && start < clause.to,
  )
  if (isOurs) return false
  const plain = all[sentence.paragraph] ?? ''
  if (isTitleCase(plain.slice(sentence.start, sentence.end)))
    return (
      !films.some(({ kind, end }) => kind !== 'other' && end <= cue.start) && cue.end < region.end
    )
  const isPlaced = / (?:in|at|from|near|nach|en|a)$/.test(plain.slice(cue.start, cue.end))
  return namesIn(lens, plain, region.start, region.end).some(
    ({ start, end }) =>
      (end <= cue.start && end > clause.from && AUXILIARIES.test(plain.slice(end, cue.start))) ||
      (start >= cue.end && !isPlaced && BEFORE_OBJECT.test(plain.slice(cue.end, start))),
  )
}

const OBJECT_GAP = 14 // characters: "wants an", "scraps its"

function isFollowedByFilm({ films }: Focused, end: number): boolean {
  return films.some(
    ({ kind, start }) =>
      (kind === 'awaited' || kind === 'sequel') && start >= end && start - end <= OBJECT_GAP,
  )
}

/** "Emberfall 2 confirmed", "it is confirmed", not "Ruiz confirmed". */
function isOfFilm({ films }: Focused, cue: Cue, plain: string): boolean {
  const before = plain.slice(0, cue.start).toLowerCase()
  return (
    /\bit(?:'s| is| has been) (?:officially |now |finally )?$/.test(before) ||
    films.some(
      ({ kind, end }) =>
        (kind === 'awaited' || kind === 'sequel') &&
        end <= cue.start &&
        AUXILIARIES.test(before.slice(end)),
    )
  )
}

function clauseOf(tokens: Token[], cue: Cue): { from: number; to: number } {
  const clauses = new Set(tokens.slice(cue.from, cue.to).map(({ clause }) => clause))
  const words = tokens.filter(({ clause }) => clauses.has(clause))
  return { from: words[0]?.start ?? cue.start, to: words.at(-1)?.end ?? cue.end }
}
