/**
 * A film that a stretch of text names.
 * - `awaited`: the film that is tracked, by a title of its own or as the first one's sequel
 * - `first`: the film that it follows
 * - `sequel`: some sequel, no title beside it
 * - `original`: "the original", the film that a sequel in question follows
 * - `work`: "the anime", "the series": something else, in its own clause only
 * - `other`: another film, series, book or game
 */
export type FilmKind = 'awaited' | 'first' | 'original' | 'sequel' | 'other' | 'work'
export type FilmMention = {
  start: number
  end: number
  kind: FilmKind
  /** Whether it is a series, game or book that comes of the first film. */
  isBranch?: boolean
  /** Whether only its subtitle is printed, which a book may share. */
  isShort?: boolean
}

export function at(start: number, length: number, kind: FilmKind): FilmMention {
  return { start, end: start + length, kind }
}
