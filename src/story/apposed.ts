import { plainly } from './letters.ts'
import type { Mention, Place } from './mentions.ts'
import { roleNounsIn } from './roles.ts'
import { SAY_WORDS } from './say-verbs.ts'
import { isApposition } from './strangers.ts'

/** "Producer Ana Ruiz", "Ruiz, the producer" and "der 61-jährige Ruiz" mention one person. */
export function isApposed(found: Mention, people: Mention[], text: string): boolean {
  if (found.kind === 'pronoun') return people.some(({ start }) => start === found.end + 1)
  return (
    found.kind === 'noun' &&
    people.some(
      (person) =>
        (person.start >= found.end && isOneWith(text.slice(found.end, person.start))) ||
        isOpening(text, found, person) ||
        (found.start >= person.end &&
          RENAMING.test(text.slice(person.end, found.start)) &&
          !isNextSubject(text, found, person)),
    )
  )
}

/** "President of the jury of Vierzon, the American Ana Ruiz": an office that opens a sentence. */
function isOpening(text: string, found: Place, person: Place): boolean {
  return (
    person.start > found.end &&
    /(?:^|[.!?”»"] )$/u.test(text.slice(0, found.start)) &&
    OF_OFFICE.test(text.slice(found.end, person.start))
  )
}

/**
 * Where a mention begins that its office leads: “…”, let it be known the president of production at
 * Northlight, Ana Ruiz. Its own place where none does.
 */
export function withOffice(person: Place, nouns: Place[], text: string): number {
  if (person.guessed) return person.start
  const office = nouns.find(
    ({ start, end }) =>
      end < person.start &&
      /(?:^|[ '])(?:the|der|die|el|la|le|il|lo|l|o|a)[ ']$/u.test(text.slice(0, start)) &&
      OF_OFFICE.test(text.slice(end, person.start)),
  )
  return office?.start ?? person.start
}

const OF_OFFICE = plainly(
  /^ (?:of|du|de|des|del|della|der|do|da|at|von) [^,.;:]{1,60}, (?:l'|the |la |le |el |il |der |die |a |o )?(?:[\p{L}-]+ ){0,2}$/u,
)

/** "According to the site Argo Deck, the director said": after a source another speaks. */
function isNextSubject(text: string, found: Place, person: Place): boolean {
  return text.charAt(found.end) !== ',' && SOURCE.test(text.slice(0, person.start))
}

const SOURCE = plainly(
  /(?:^|[.!?”»"] )(?:according to|as per|per|laut|selon|segun|secondo|segundo|d'apres) [^,.;:]{0,60}$/iu,
)

const RENAMING = plainly(
  /^, (?:(?:the|who|its|an?|then|der|die|el|il|la|le|o)\b[^,]{0,50}|l'|[\p{Ll}-]{0,20} ?)$/u,
)

/** Whether what stands between a noun and a name leaves them one: no verb of saying, no other noun. */
function isOneWith(gap: string): boolean {
  const word = gap.toLowerCase().replace(NO_LETTERS, '')
  return isApposition(gap) && !SAY_WORDS.has(word) && roleNounsIn(gap.toLowerCase()).length === 0
}

const NO_LETTERS = plainly(/[^\p{L}-]+/gu)
