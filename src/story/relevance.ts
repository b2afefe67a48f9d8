import { spokenOfAnother } from './another.ts'
import type { FilmKind, FilmMention } from './film-mention.ts'
import type { Focused } from './focus.ts'
import { isNamesake } from './namesake.ts'
import type { Passage } from './passage.ts'
import type { Quotation } from './quotations.ts'

export type Relevance = { relevant: boolean; why: string }

/** A headline or a body, with what it is of in each sentence. */
type Seen = { passage: Passage; focused: Focused[] }

/**
 * Whether an article is about the awaited film: it names it in the headline or in its text, links
 * to other pages aside, or somebody makes a statement on it or speaks of one more film.
 */
export function relevanceOf(
  head: Seen,
  body: Seen,
  statements: number,
  quotations: Quotation[],
): Relevance {
  if (isNamesake([head.passage, body.passage]))
    return { relevant: false, why: 'the text is of another thing of that name' }
  const title = head.focused.flatMap(({ films }) => films)
  if (head.focused.some(isNamed) || isNamedBy(title))
    return { relevant: true, why: 'the headline names the film' }
  const named = body.focused.filter(isNamed).length
  if (named > 0) return { relevant: true, why: `the text names the film ${timesOf(named)}` }
  if (statements > 0)
    return {
      relevant: true,
      why:
        statements === 1 ? 'a statement about the film' : `${statements} statements about the film`,
    }
  const spoken = spokenOfAnother(body.passage, body.focused, quotations)
  if (spoken > 0)
    return { relevant: true, why: `its people speak of one more film ${timesOf(spoken)}` }
  return { relevant: false, why: 'the film is not named and nobody speaks of it' }
}

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

/**
 * By its own title, or as a sequel beside the first film's title; "the sequel", in a text whose
 * headline is of another film, is that one's.
 */
function isNamed({ films, initial }: Focused): boolean {
  return isNamedBy(initial === 'other' ? films.filter(({ kind }) => kind !== 'sequel') : films)
}

function isNamedBy(films: FilmMention[]): boolean {
  const has = (kind: FilmKind) => films.some((film) => film.kind === kind)
  const isAwaited = films.some(({ kind, isShort }) => kind === 'awaited' && !isShort)
  return isAwaited || (has('sequel') && has('first'))
}
