import { type Focus, type Focused, focusOf, initialFocus } from './focus.ts'
import type { Lens } from './lens.ts'
import type { Passage } from './passage.ts'
import { plainOf } from './tokens.ts'

/**
 * What a text is about when it begins: what its headline names; where that names no film, the
 * awaited one on a site that bears the film's title ("Emberfall Watch").
 */
export function focusAtStart(lens: Lens, outlet: string, headline: Focused[]): Focus {
  const focus = initialFocus(headline.flatMap(({ films }) => films))
  return focus === 'unknown' && isFanSite(lens, outlet) ? 'awaited' : focus
}

/**
 * The films of a body, sentence by sentence. One that names the awaited film and no other is about
 * it from its first sentence, though it may come to its name only in the last.
 */
export function bodyFocus(lens: Lens, body: Passage, initial: Focus): Focused[] {
  const focused = focusOf(lens, body, initial)
  const isOurs = initial === 'unknown' && namesOnlyOurs(focused)
  return isOurs ? focusOf(lens, body, 'awaited') : focused
}

function namesOnlyOurs(focused: Focused[]): boolean {
  const kinds = new Set(focused.flatMap(({ films }) => films.map(({ kind }) => kind)))
  return kinds.has('awaited') && !kinds.has('other') && !kinds.has('first')
}

function isFanSite({ awaited, first }: Lens, outlet: string): boolean {
  const name = plainOf(outlet).toLowerCase()
  return name.search(awaited) >= 0 || (first !== null && name.search(first) >= 0)
}
