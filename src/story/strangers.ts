import { type Found, matches } from './found.ts'
import type { Lens } from './lens.ts'
import { ROLE_NOUN, roleOf } from './roles.ts'
import type { Voice } from './voices.ts'

/** Two or more words with capitals, particles between them. Example: "Ana Maria de la Cruz". */
const OTHER_NAME =
  /(?<![\p{L}\p{N}'-])\p{Lu}[\p{Ll}\p{Lu}'-]+(?: (?:de la|de|del|der|di|da|van|von|al|\p{Lu}\.|\p{Lu}[\p{L}'-]+)){0,2} \p{Lu}[\p{L}'-]+(?!['\p{L}]*\p{L})/gu

/** A word with a capital, which may be the last name of somebody named before. */
export const LAST_NAME = /(?<![\p{L}\p{N}'-])\p{Lu}[\p{L}-]{2,}(?![\p{L}])/gu

/** People who are not of the topic, full names by their last ones, as a text brings them up. */
export function strangersIn(lens: Lens, paragraphs: string[]): Map<string, Voice> {
  const strangers = new Map<string, Voice>()
  for (const text of paragraphs)
    for (const found of matches(OTHER_NAME, text)) {
      const name = found.text
      const last = name.split(' ').at(-1) ?? name
      if (isOurs(lens, name) || lens.personOf.has(last) || isFilm(lens, last)) continue
      if (strangers.has(last)) continue
      const near = text.slice(0, found.start).slice(-BEFORE).toLowerCase()
      strangers.set(last, strangerVoice(found.text, near).voice)
    }
  return strangers
}

/** "Scooper Ana Ruiz" trades in what others whisper, under her own name. */
const NAMED_INSIDER = /(?:insider|leaker|scooper|tipster)s?,? $/

/** A noun before a name belongs to it: "the director, Ana Ruiz". */
export const APPOSITION = /^,? ?(?:of [\p{L} ]{1,30}|[\p{L}]{1,12} )?$/u

/** Characters before a name in which a noun may tell who it is. */
export const BEFORE = 40

/** Who a stranger is, by the noun right before the name (in lower case); guessed without one. */
export function strangerVoice(text: string, before: string): { voice: Voice; isGuessed: boolean } {
  if (NAMED_INSIDER.test(before))
    return { voice: { name: text, role: 'insider' }, isGuessed: false }
  const noun = [...before.matchAll(ROLE_NOUN)].at(-1)
  const gap = noun ? before.slice(noun.index + noun[0].length) : '-'
  const isOne = noun && APPOSITION.test(gap) && !/ (?:of|de|di|da|von|from|in) $/.test(gap)
  const role = isOne ? roleOf(noun[0]) : null
  return { voice: { name: text, role: role ?? 'other' }, isGuessed: role === null }
}

/** Names of people who are not of the topic, as far as their capitals tell. */
export function strangerNames(lens: Lens, text: string): Found[] {
  return [...matches(OTHER_NAME, text)].filter((found) => !isOurs(lens, found.text))
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
