import type { Focused } from './focus.ts'
import { plainly } from './letters.ts'
import type { Passage } from './passage.ts'
import type { Quotation } from './quotations.ts'
import type { Span } from './sentences.ts'

/** Words of one more film where none is named, accents off, lower case. */
const ANOTHER = plainly(
  /(?<!\p{L})(?:(?:an?other|a second|the second|a third|one more|the next|a new|number) (?:one|film|movie|picture|chapter|story|two)|second one|next one|part (?:two|2|ii|three)|sequels?|follow-?up|more (?:films|movies|stories)|do it again|(?:do|make|shoot|write) (?:an?other|one more|more)|(?:go|going|come|coming|went|be) back|return(?:ing)? to (?:it|that|the)|pick (?:it )?up where|one day we|(?:otra|segunda|secuela|continuacion|volver(?:ia|iamos)?)|(?:fortsetzung|zweite[nr]?|noch einen|zuruck)|(?:suite|deuxieme|second film|revenir|reviendrais?)|(?:seguito|secondo|tornare|tornerei)|(?:sequencia|continuacao|segundo|voltar(?:ia)?))(?!\p{L})/u,
)

/** What a reporter asks of one more. Example: "On whether we will see her in the boots again". */
const ASKED = plainly(
  /(?<!\p{L})(?:whether|if|will|would|could|might|any chance|hopes? that|is there|so is|has (?:she|he) given)(?!\p{L}).{0,60}(?<!\p{L})(?:again|second (?:film|one)|another (?:film|one)|comes? back|go back|given up|return(?:s|ing)?)(?!\p{L})/u,
)

const OF_THE_FILM = /^(?:director|producer|writer|actor|studio)$/

/** Whether somebody is of the film, its composer too: by role, or as one of the topic's people. */
function isOfFilm({ lens }: Passage, { speaker: { name, role } }: Quotation): boolean {
  return OF_THE_FILM.test(role) || lens.topic.people.some((person) => person.name === name)
}

/**
 * How many places of a text are of one more film: quotations of the film's people where the first
 * one was named last, or anywhere in a text whose headline is of no other film, and what a
 * reporter asks there.
 */
export function spokenOfAnother(
  passage: Passage,
  focused: Focused[],
  quotations: Quotation[],
): number {
  const { plain, sentences } = passage
  const own = quotations.filter((quotation) => isOfFilm(passage, quotation))
  const isOfFirst = focused.some(({ films }) => films.some(({ kind }) => kind === 'first'))
  if (own.length === 0) return 0
  const low = ({ paragraph, start, end }: Span) =>
    (plain[paragraph] ?? '').slice(start, end).toLowerCase()
  const focusOf = (at: Span) =>
    focused.filter((_, i) => {
      const { paragraph = -1, start = 0, end = 0 } = sentences[i] ?? {}
      return paragraph === at.paragraph && start < at.end && end > at.start
    })
  const said = own.filter(({ span }) => ANOTHER.test(low(span)) && focusOf(span).every(isOurs))
  const asked = sentences.filter((sentence, i) => {
    const here = focused[i]
    if (!here || !isOfFirst || here.initial === 'other' || !isOurs(here)) return false
    const text = low(sentence)
    return isQuestion(text, here) || ASKED.test(text)
  })
  return said.length + asked.length
}

/** "Gibt es einen zweiten Teil?" */
function isQuestion(low: string, { films }: Focused): boolean {
  return /\?["”’»]?\s*$/.test(low) && films.some(({ kind }) => kind === 'sequel')
}

function isOurs({ initial, before, after }: Focused): boolean {
  if (after === 'other') return false
  return initial === 'other' ? before === 'first' : before !== 'other'
}
