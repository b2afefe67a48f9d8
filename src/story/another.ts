import type { Focused } from './focus.ts'
import type { Passage } from './passage.ts'
import type { Quotation } from './quotations.ts'

/** Words of one more film where none is named, accents off, lower case. */
const ANOTHER =
  /(?<!\p{L})(?:(?:an?other|a second|the second|a third|one more|the next|a new|number) (?:one|film|movie|picture|chapter|story|two)|second one|next one|part (?:two|2|ii|three)|sequels?|follow-?up|more (?:films|movies|stories)|do it again|(?:do|make|shoot|write) (?:an?other|one more|more)|(?:go|going|come|coming|went|be) back|return(?:ing)? to (?:it|that|the)|pick (?:it )?up where|one day we|(?:otra|segunda|secuela|continuacion|volver(?:ia|iamos)?)|(?:fortsetzung|zweite[nr]?|noch einen|zuruck)|(?:suite|deuxieme|second film|revenir|reviendrais?)|(?:seguito|secondo|tornare|tornerei)|(?:sequencia|continuacao|segundo|voltar(?:ia)?))(?!\p{L})/u

/**
 * How many quotations of the film's people are of one more film: where the first one was named
 * last, or anywhere in a text whose headline is of no other film.
 */
export function spokenOfAnother(
  { plain, sentences }: Passage,
  focused: Focused[],
  quotations: Quotation[],
): number {
  return quotations.filter(({ span, speaker }) => {
    if (!/^(?:director|producer|writer|actor|studio)$/.test(speaker.role)) return false
    const text = (plain[span.paragraph] ?? '').slice(span.start, span.end).toLowerCase()
    if (!ANOTHER.test(text)) return false
    const places = focused.filter((_, i) => {
      const { paragraph = -1, start = 0, end = 0 } = sentences[i] ?? {}
      return paragraph === span.paragraph && start < span.end && end > span.start
    })
    return places.every(({ initial, before, after }) =>
      initial === 'other'
        ? before === 'first' && after !== 'other'
        : before !== 'other' && after !== 'other',
    )
  }).length
}
