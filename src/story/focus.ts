import { type FilmMention, filmsIn } from './films.ts'
import type { Lens } from './lens.ts'
import type { Told } from './passage.ts'

/**
 * What film a place in the text is about.
 * - `awaited`: the tracked film, named or carried on from where it was named
 * - `first`: the film that it follows is named last
 * - `other`: another film
 * - `unknown`: none named yet
 */
export type Focus = 'awaited' | 'first' | 'other' | 'unknown'

export type Focused = { films: FilmMention[]; before: Focus; after: Focus }

/**
 * For each sentence the films it names and what the text is about before and after it. `initial`
 * is what the headline is about. A paragraph that names the awaited film leaves it in mind.
 */
export function focusOf(lens: Lens, plain: string[], sentences: Told[], initial: Focus): Focused[] {
  let focus = initial
  let paragraph = -1
  let isAwaitedHere = false
  return sentences.map((sentence) => {
    if (sentence.paragraph !== paragraph) {
      if (isAwaitedHere) focus = 'awaited'
      paragraph = sentence.paragraph
      isAwaitedHere = false
    }
    const films = filmsIn(lens, plain[sentence.paragraph] ?? '', sentence.start, sentence.end)
    const before = focus
    focus = after(films, focus)
    if (films.some(({ kind }) => kind === 'awaited')) isAwaitedHere = true
    return { films, before, after: focus }
  })
}

/** The focus that a headline sets. */
export function initialFocus(films: FilmMention[]): Focus {
  return after(films, 'unknown')
}

function after(films: FilmMention[], focus: Focus): Focus {
  if (films.some(({ kind }) => kind === 'awaited')) return 'awaited'
  const last = films.findLast(({ kind }) => kind !== 'sequel')
  if (last) return last.kind === 'other' ? 'other' : 'first'
  return films.length > 0 && focus === 'first' ? 'awaited' : focus
}

/** What the words from `start` to `end` are about: the nearest film named, else what was before. */
export function focusAt({ films, before }: Focused, start: number, end: number): Focus {
  const nearest = films
    .map((film) => ({ film, distance: distance(film, start, end) }))
    .sort((a, b) => a.distance - b.distance)[0]
  if (!nearest) return before
  switch (nearest.film.kind) {
    case 'sequel':
      return before === 'other' && !films.some(({ kind }) => kind === 'awaited' || kind === 'first')
        ? 'other'
        : 'awaited'
    case 'awaited':
    case 'first':
    case 'other':
      return nearest.film.kind
  }
}

/** Characters between; what stands before counts a little nearer, as a subject does. */
function distance(film: FilmMention, start: number, end: number): number {
  if (film.end <= start) return (start - film.end) * 0.8
  if (film.start >= end) return film.start - end
  return 0
}
