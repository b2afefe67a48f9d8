import { type Found, matches } from './found.ts'
import { genderOf } from './given-names.ts'
import type { Lens } from './lens.ts'
import { plainly } from './letters.ts'
import { isRoleNoun, roleNounsIn, roleOf } from './roles.ts'
import { isTitleCase } from './titles.ts'
import { plainOf } from './tokens.ts'
import type { Voice } from './voices.ts'

/**
 * Two or more words with capitals, particles between them. Example: "Ana Maria de la Cruz". What
 * an 's ends belongs to somebody else: "Northlight's Ana Ruiz".
 */
const OTHER_NAME = plainly(
  /(?<![\p{L}\p{N}'-])\p{Lu}[\p{Ll}\p{Lu}'-]+(?<!'s)(?: (?:de la|de|del|der|di|da|van|von|al|\p{Lu}\.|\p{Lu}[\p{L}'-]+(?<!'s))){0,2} \p{Lu}[\p{L}'-]*\p{L}(?!['\p{L}]*\p{L})/gu,
)

/**
 * Who one word with a capital may mean: people who are not of the topic by their last names, as a
 * text brings them up, and the topic's by their given ones.
 */
export function strangersIn(
  lens: Lens,
  paragraphs: string[],
  names: Found[][] = paragraphs.map(namesIn),
): Map<string, Voice> {
  const strangers = new Map<string, Voice>()
  for (const [i, text] of paragraphs.entries())
    for (const found of names[i] ?? []) {
      const name = found.text
      const last = name.split(' ').at(-1) ?? name
      if (isOurs(lens, name) || lens.personOf.has(last) || isFilm(lens, last)) continue
      if (strangers.has(last)) continue
      const near = text.slice(0, found.start).slice(-BEFORE)
      strangers.set(last, strangerVoice(found.text, near).voice)
    }
  for (const [given, { name, role }] of lens.givenOf)
    if (!strangers.has(given) && isTheirs(given, name, paragraphs, names))
      strangers.set(given, { name, role })
  return strangers
}

/** Whether a given name alone means one person of the topic: the text has no other who bears it. */
function isTheirs(given: string, name: string, paragraphs: string[], names: Found[][]): boolean {
  if (!paragraphs.some((text) => text.includes(given))) return false
  const full = plainOf(name)
  return !names.flat().some(({ text }) => text.startsWith(`${given} `) && !text.startsWith(full))
}

/** "Scooper Ana Ruiz" trades in what others whisper, under her own name. */
const NAMED_INSIDER = /(?:insider|leaker|scooper|tipster)s?,? $/

/** A noun before a name belongs to it: "the director, Ana Ruiz", "head of film Ana Ruiz". */
export function isApposition(gap: string): boolean {
  return (
    APPOSITION.test(gap) &&
    !/(?:^| )(?:of|de|di|da|do|du|des|del|von|from|for|by|with|in|at|and|to|fur|mit|bei|pour|par|para|por|per|con|com) $/u.test(
      gap,
    )
  )
}

const APPOSITION = plainly(
  /^(?: (?:of|for|de|di|da|do|du|fur) (?:[\p{Ll}&-]+ ?){1,4}(?:,| at [\p{L} ]{1,25},)?|,)? ?(?:[\p{L}]{1,12} )?$/u,
)

/** Characters before a name in which a noun may tell who it is. */
export const BEFORE = 40

/** Who a stranger is, by the noun right before the name; guessed without one. */
export function strangerVoice(text: string, before: string): { voice: Voice; isGuessed: boolean } {
  const low = before.toLowerCase()
  if (NAMED_INSIDER.test(low)) return { voice: { name: text, role: 'insider' }, isGuessed: false }
  const noun = roleNounsIn(low).at(-1)
  const role = noun && isApposition(before.slice(noun.end)) ? roleOf(noun.text) : null
  return { voice: { name: text, role: role ?? 'other' }, isGuessed: role === null }
}

/** Names of people who are not of the topic, as far as their capitals tell. */
export function strangerNames(lens: Lens, names: Found[]): Found[] {
  return names.filter((found) => !isOurs(lens, found.text))
}

/** Names as printed; a line in capitals is a heading, and "Enter Ana Ruiz" is Ana Ruiz. */
export function namesIn(text: string): Found[] {
  return matches(OTHER_NAME, text)
    .filter((found) => /\p{Ll}/u.test(found.text))
    .map((found) => {
      const [first = '', given = '', last] = found.text.split(' ')
      const isNoun = isRoleNoun(first.toLowerCase()) && !isTitleCase(text)
      const isLed =
        last !== undefined && (isNoun || (genderOf(given) !== null && genderOf(first) === null))
      const skip = isLed ? first.length + 1 : 0
      return { ...found, start: found.start + skip, text: found.text.slice(skip) }
    })
}

/** Capitals that are a film of ours or an outlet are no person. */
function isOurs(lens: Lens, name: string): boolean {
  const low = name.toLowerCase()
  if (lens.outlets.some(({ plain }) => plain.includes(name) || name.includes(plain))) return true
  if (NO_PERSON.test(low)) return true
  return (
    lens.topic.title.toLowerCase().includes(low) || low.includes(lens.topic.title.toLowerCase())
  )
}

const NO_PERSON =
  /^(?:der|die|das|dem|den|des|ein|eine|el|los|las|un|una|une|le|les|il|gli|os|um|uma|the|a|an|this|that|in|on|at|but|and|if|when|while|after|before|for|box|golden|new|last|per|is|will|who|what|where|how|it|his|her|is|see|read|more) |(?:pictures|studios?|films?|entertainment|magazine|podcast|times|daily|weekly|news|press|festival|awards?|con|comic|office|army|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u

/** "Watch The First Emberfall" ends in a film, not in a last name. */
function isFilm(lens: Lens, word: string): boolean {
  return lens.first !== null && word.toLowerCase().search(lens.first) >= 0
}
