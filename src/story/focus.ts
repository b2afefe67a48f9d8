import type { FilmKind, FilmMention } from './film-mention.ts'
import { filmsIn } from './films.ts'
import type { Lens } from './lens.ts'
import type { Passage, Told } from './passage.ts'
import { isTitle } from './titles.ts'

/**
 * What film a place in the text is about.
 * - `awaited`: the tracked film, named or carried on from where it was named
 * - `first`: the film that it follows is named last
 * - `other`: another film
 * - `unknown`: none named yet
 */
export type Focus = 'awaited' | 'first' | 'other' | 'unknown'

/** A sentence's films; what the headline is about, and the text before and after the sentence. */
export type Focused = {
  films: FilmMention[]
  initial: Focus
  before: Focus
  after: Focus
}

/**
 * For each sentence the films it names and what the text is about before and after it. `initial`
 * is what the headline is about: a text about the awaited film turns to another only where that
 * one opens a sentence, and comes back with the next paragraph.
 */
export function focusOf(lens: Lens, passage: Passage, initial: Focus): Focused[] {
  const { plain, sentences } = passage
  const isOurs = initial === 'awaited' || initial === 'first'
  let focus = initial
  let paragraph = -1
  let isAwaitedHere = false
  let isElsewhere = false
  let isOfBranch = false
  return sentences.map((sentence) => {
    if (sentence.paragraph !== paragraph) {
      if (isAwaitedHere) focus = 'awaited'
      else if (focus === 'other' && initial === 'unknown') focus = 'unknown'
      else if (isOurs && (focus === 'other' || initial === 'awaited')) focus = initial
      paragraph = sentence.paragraph
      isAwaitedHere = false
      isElsewhere = isLinkLine(plain[paragraph] ?? '') || BOILERPLATE.test(plain[paragraph] ?? '')
    }
    if (isElsewhere) return { films: [], initial, before: 'other', after: focus }
    const text = plain[paragraph] ?? ''
    const named = filmsIn(lens, text, sentence.start, sentence.end, titlesIn(passage, sentence))
    isOfBranch ||= named.some(({ isBranch }) => isBranch)
    const films = isOfBranch ? named.map((film) => ofBranch(film, text)) : named
    const before = focus
    const isIncidental = initial === 'awaited' || (initial !== 'other' && isKnownOurs(focus))
    focus = after(isIncidental ? topical(films, sentence.start) : films, focus)
    if (films.some(({ kind }) => kind === 'awaited')) isAwaitedHere = true
    return { films, initial, before, after: focus }
  })
}

function isKnownOurs(focus: Focus): boolean {
  return focus === 'awaited' || focus === 'first'
}

/** Where a text is of a series or a game after the film, "the feature sequel" is ours. */
function ofBranch(film: FilmMention, text: string): FilmMention {
  const lead = text.slice(Math.max(0, film.start - 20), film.start).toLowerCase()
  const isFeature = /(?:feature|film|movie|live-action|big-screen|theatrical) $/.test(lead)
  return film.kind === 'sequel' && isFeature ? { ...film, kind: 'awaited' } : film
}

const OPENING = 30 // characters: a film named later in a sentence is not what it is about

function topical(films: FilmMention[], start: number): FilmMention[] {
  return films.filter(
    ({ kind, ...at }) =>
      (kind !== 'other' && kind !== 'first' && kind !== 'original') || at.start - start < OPENING,
  )
}

/** Lines that only lead elsewhere. Example: "RELATED: Emberfall 2 Casts Its Villain". */
const LINK_LINE =
  /^(?:related|see also|read more|read next|more from|more on|also read|don't miss|recommended|you may also like|you might also like|image|photo|credit|lee tambien|te puede interesar|mehr zum thema|lesen sie auch|a lire aussi|leggi anche|leia tambem)\b.{0,200}$/iu

/** The small print of a press release or a page. */
const BOILERPLATE =
  /forward-looking statements|undertakes? no obligation|all rights reserved|affiliate links?\b/iu

function isLinkLine(paragraph: string): boolean {
  return LINK_LINE.test(paragraph.trim())
}

/** What a name in marks belongs to that is no work. Example: the “Lost in Space” panel. */
const NO_WORK_AFTER =
  /^ (?:panel|podcast|newsletter|column|event|tour|segment|hashtag|petition|award|booth|campaign|exhibition|festival)\b/u

/** Before the name that the same film has elsewhere. Example: sous le titre « La Source ». */
const UNDER_TITLE =
  /(?:under the title|under the name|sous le (?:titre|nom)(?: de)?|unter dem (?:Titel|Namen)|con el (?:título|nombre)(?: de)?|con il (?:titolo|nome)(?: di)?|com o (?:título|nome)(?: de)?) ?[^\p{L}]{0,3}$/u

function titlesIn({ quotes, paragraphs }: Passage, at: Told): { start: number; end: number }[] {
  return quotes.filter(
    ({ paragraph, start, end, stated }) =>
      paragraph === at.paragraph &&
      start >= at.start &&
      end <= at.end &&
      !stated &&
      !isSaidAfterColon(paragraphs[paragraph] ?? '', start, end) &&
      !NO_WORK_AFTER.test((paragraphs[paragraph] ?? '').slice(end + 1)) &&
      !UNDER_TITLE.test((paragraphs[paragraph] ?? '').slice(0, start)) &&
      isTitle((paragraphs[paragraph] ?? '').slice(start, end)),
  )
}

/** "Ana Ruiz on her film: “Dead Is Dead”": what ends a line after a colon is said. */
function isSaidAfterColon(text: string, start: number, end: number): boolean {
  return /\p{L}: $/u.test(text.slice(0, start - 1)) && text.slice(end + 1).trim() === ''
}

/** The focus that a headline sets. */
export function initialFocus(films: FilmMention[]): Focus {
  const has = (kind: FilmKind) => films.some((film) => film.kind === kind)
  return has('first') && has('sequel') ? 'awaited' : after(films, 'unknown')
}

function after(films: FilmMention[], focus: Focus): Focus {
  if (films.some(({ kind }) => kind === 'awaited')) return 'awaited'
  const last = films.findLast(({ kind }) => kind === 'other' || kind === 'first')
  if (last) return last.kind === 'other' ? 'other' : 'first'
  if (focus === 'other' || focus === 'unknown') return focus
  if (films.some(({ kind }) => kind === 'sequel')) return 'awaited'
  return films.some(({ kind }) => kind === 'original') ? 'first' : focus
}

/**
 * What the words from `start` to `end` are about: a film named in their clause (from `from` to
 * `to`), else the last one named before them in the sentence, else what the text was about.
 */
export function focusAt(
  focused: Focused,
  start: number,
  end: number,
  clause: { from: number; to: number },
): Focus {
  const films = focused.films.filter(
    (film) => !(film.kind === 'other' && isCovered(film, start, end)),
  )
  const inClause = films.filter((film) => film.end > clause.from && film.start < clause.to)
  const nearest = inClause.sort((a, b) => distance(a, start, end) - distance(b, start, end))[0]
  const film = nearest ?? films.findLast((film) => film.end <= start)
  if (!film) return focused.before
  return kindHere(film, focused)
}

/** Marked words that are all cue are no title: is 'Parked,' says its director. */
function isCovered(film: FilmMention, start: number, end: number): boolean {
  return film.start >= start - 2 && film.end <= end + 3
}

function kindHere({ kind }: FilmMention, { films, before }: Focused): Focus {
  switch (kind) {
    case 'sequel':
      if (films.some((film) => film.kind === 'awaited' || film.kind === 'first')) return 'awaited'
      return before === 'other' || before === 'unknown' ? before : 'awaited'
    case 'original':
      return before === 'other' ? 'other' : 'first'
    case 'work':
      return 'other'
    case 'awaited':
    case 'first':
    case 'other':
      return kind
  }
}

/** Characters between; what stands before counts a little nearer, as a subject does. */
function distance(film: FilmMention, start: number, end: number): number {
  if (film.end <= start) return (start - film.end) * 0.8
  if (film.start >= end) return film.start - end
  return 0
}
