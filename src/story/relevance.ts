import type { Focused } from './focus.ts'
import type { Passage } from './passage.ts'

export type Relevance = { relevant: boolean; why: string }

/** Lines that only link elsewhere. Example: "RELATED: Cinderwake 2 Casts Its Villain". */
const LINK_LINE =
  /^(?:related|see also|read more|read next|more from|also read|recommended|you may also like|you might also like|source|image|photo|credit|lee tambien|mehr zum thema|a lire aussi)\b/i

/**
 * Whether an article is about the awaited film: it names it in the headline or in its text, links
 * to other pages aside, or somebody makes a statement on it.
 */
export function relevanceOf(
  headline: Focused[],
  body: Focused[],
  passage: Passage,
  statements: number,
): Relevance {
  if (headline.some(isNamed)) return { relevant: true, why: 'the headline names the film' }
  const named = body.filter((focused, i) => isNamed(focused) && !isLink(passage, i)).length
  if (named > 0) return { relevant: true, why: `the text names the film ${named} times` }
  if (statements > 0) return { relevant: true, why: `${statements} statements about the film` }
  return { relevant: false, why: 'the film is not named and nobody speaks of it' }
}

function isNamed({ films }: Focused): boolean {
  return films.some(({ kind }) => kind === 'awaited')
}

function isLink(passage: Passage, i: number): boolean {
  const sentence = passage.sentences[i]
  if (!sentence) return false
  return LINK_LINE.test((passage.plain[sentence.paragraph] ?? '').trim())
}
