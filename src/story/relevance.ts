import type { FilmKind } from './film-mention.ts'
import type { Focused } from './focus.ts'

export type Relevance = { relevant: boolean; why: string }

/**
 * Whether an article is about the awaited film: it names it in the headline or in its text, links
 * to other pages aside, or somebody makes a statement on it.
 */
export function relevanceOf(headline: Focused[], body: Focused[], statements: number): Relevance {
  if (headline.some(isNamed)) return { relevant: true, why: 'the headline names the film' }
  const named = body.filter(isNamed).length
  if (named > 0) return { relevant: true, why: `the text names the film ${named} times` }
  if (statements > 0) return { relevant: true, why: `${statements} statements about the film` }
  return { relevant: false, why: 'the film is not named and nobody speaks of it' }
}

/** By its own title, or as a sequel beside the first film's title. */
function isNamed({ films }: Focused): boolean {
  const has = (kind: FilmKind) => films.some((film) => film.kind === kind)
  return has('awaited') || (has('sequel') && has('first'))
}
