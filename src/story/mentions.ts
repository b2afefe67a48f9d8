import type { Lens } from './lens.ts'
import { INSIDER_NOUN, ROLE_NOUN, roleOf } from './roles.ts'
import { INSIDER, type Voice, type VoiceRole } from './voices.ts'

/** Somebody named in a stretch of plain text. */
export type Mention = Place &
  (
    | { kind: 'named'; voice: Voice }
    | { kind: 'noun'; role: VoiceRole; word: string }
    | { kind: 'pronoun' }
  )

export type Place = {
  start: number
  end: number
  /** Whether an 's follows, brackets hold it or a preposition leads it: no subject. */
  aside: boolean
  /** Whether only its capitals make it a person. */
  guessed: boolean
}

const PRONOUN =
  /(?<![\p{L}'-])(?:he|she|they|er|sie|il(?= (?:a|est|dit|explique|avait|ajoute|confie|confirme|precise))|elle|ella|el actor|lui|lei|ele|ela|the \d\d-year-old)(?![\p{L}-])/gu

/** Two or more words with capitals, particles between them. Example: "Guillermo del Toro". */
const OTHER_NAME =
  /(?<![\p{L}\p{N}'-])\p{Lu}[\p{Ll}\p{Lu}'-]+(?: (?:de la|de|del|der|di|da|van|von|al|\p{Lu}\.|\p{Lu}[\p{L}'-]+)){0,2} \p{Lu}[\p{L}'-]+(?!['\p{L}]*\p{L})/gu

/** A noun before a name belongs to it: "the director, Ana Ruiz". */
const APPOSITION = /^,? ?(?:of [\p{L} ]{1,30}|[\p{L}]{1,12} )?$/u

/** Who is mentioned in a plain text, in order, nouns joined to names. */
export function mentionsIn(lens: Lens, text: string): Mention[] {
  const low = text.toLowerCase()
  const named = [...namedIn(lens, text), ...insidersIn(low)]
  const others = [...matches(OTHER_NAME, text)]
    .filter((found) => !overlaps(found, named) && !isOurs(lens, found.text))
    .map((found) => otherPerson(found, low))
  const people = [...named, ...others]
  const loose = [...nounsIn(low), ...pronounsIn(low)].filter(
    (found) => !overlaps(found, people) && !isApposed(found, people, text),
  )
  return [...people, ...loose]
    .sort((a, b) => a.start - b.start)
    .map((found) => ({
      ...found,
      aside: isAside(lens, text, found),
    }))
}

/** A preposition before a name makes it an object: "the rights went back to the author, …". */
const OBJECT =
  /(?:^|[^\p{L}])(?:to|with|by|of|for|about|against|alongside|opposite|on|like|behind|between|at|from|under|via|despite) (?:the |its |his |her |their )?(?:[\p{Ll}-]+ |US |UK ){0,2}$/u

/** "Total Film spoke to director Ana Ruiz": who is spoken to speaks. */
const SPOKEN_TO =
  /(?:spoke|speaking|talked|chatted|sat down|caught up|interview) (?:exclusively |recently )?(?:to|with) (?:the )?(?:[\p{Ll}-]+,? ){0,2}$/u

/** A studio before somebody's office and name: "Palisade film president Ana Ruiz". */
const OFFICE =
  /^(?:'s?)? (?:[\p{Ll}-]+ ){0,5}(?:president|chief|boss|chair\p{Ll}*|head|ceo|executive|exec|co-\p{Ll}+|spokes\p{Ll}+|producer|director|vp) \p{Lu}/u

function isAside(lens: Lens, text: string, mention: Mention): boolean {
  const { start, end, kind } = mention
  const before = text.slice(Math.max(0, start - 80), start)
  const inBrackets = before.lastIndexOf('(') > before.lastIndexOf(')')
  if (kind === 'pronoun') return inBrackets
  if (kind === 'named' && isCompany(lens, mention.voice) && OFFICE.test(text.slice(end)))
    return true
  const isObject = OBJECT.test(before) && !SPOKEN_TO.test(before)
  return inBrackets || isObject || /^'s?(?![\p{L}])/u.test(text.slice(end))
}

/** Whether a voice is a studio itself, not somebody who works there. */
export function isCompany({ topic }: Lens, voice: Voice): boolean {
  return voice.name !== null && topic.studios.includes(voice.name)
}

type Found = { start: number; end: number; text: string }

function* matches(pattern: RegExp, text: string): Generator<Found> {
  for (const match of text.matchAll(pattern))
    yield { start: match.index, end: match.index + match[0].length, text: match[0] }
}

function namedIn(lens: Lens, text: string): Mention[] {
  const people = lens.people ? [...matches(lens.people, text)] : []
  const studios = lens.studios ? [...matches(lens.studios, text)] : []
  const found = [...people, ...misspelt(lens, text)].flatMap((at): Mention[] => {
    const person = lens.personOf.get(at.text) ?? lens.misspelt(at.text)
    return person ? [named(at, { name: person.name, role: person.role })] : []
  })
  const offices = studios.filter((at) => !overlaps(at, found))
  return [...found, ...offices.map((at) => named(at, studioVoice(lens, at.text)))]
}

/** Long last names with one wrong letter. Example: Ferreria for Ferreira. */
function misspelt(lens: Lens, text: string): Found[] {
  return [...matches(CAPITAL_WORD, text)].filter((found) => lens.misspelt(found.text) !== null)
}

const CAPITAL_WORD = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{6,}(?![\p{L}])/gu

function named({ start, end }: Found, voice: Voice, guessed = false): Mention {
  return { start, end, kind: 'named', voice, aside: false, guessed }
}

function nounsIn(low: string): Mention[] {
  return [...matches(ROLE_NOUN, low)].map(({ text, start, end }) => ({
    start,
    end,
    kind: 'noun',
    role: roleOf(text),
    word: text,
    aside: false,
    guessed: false,
  }))
}

function pronounsIn(low: string): Mention[] {
  return [...matches(PRONOUN, low)].map(({ start, end }) => ({
    start,
    end,
    kind: 'pronoun',
    aside: false,
    guessed: false,
  }))
}

/** A studio under any of its names is the first of the topic's that holds it. */
function studioVoice(lens: Lens, form: string): Voice {
  const name = lens.topic.studios.find((studio) => studio.includes(form)) ?? form
  return { name, role: 'studio' }
}

/** Nothing without it names an insider: looked for first, because most paragraphs have none. */
const INSIDER_HINT =
  /insider|leaker|scooper|tipster|mole|whistle|source|person|people|someone|somebody|those|fuente|quelle/

function insidersIn(low: string): Mention[] {
  if (!INSIDER_HINT.test(low)) return []
  return [...matches(INSIDER_NOUN, low)].map((at) => named(at, INSIDER))
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
  /^(?:the|a|an|this|that|in|on|at|but|and|if|when|while|after|before|for|box|golden|new|last|per|is|will|who|what|where|how|it|his|her|is|see|read|more) |(?:pictures|studios?|films?|entertainment|magazine|podcast|times|daily|weekly|news|press|festival|awards?|con|comic|office|army|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u

function otherPerson(found: Found, low: string): Mention {
  const { start, text } = found
  const noun = [...low.slice(Math.max(0, start - 40), start).matchAll(ROLE_NOUN)].at(-1)
  const gap = noun ? low.slice(Math.max(0, start - 40) + noun.index + noun[0].length, start) : '-'
  const role = noun && APPOSITION.test(gap) ? roleOf(noun[0]) : null
  return named(found, { name: text, role: role ?? 'other' }, role === null)
}

function overlaps(found: { start: number; end: number }, others: { start: number; end: number }[]) {
  return others.some((other) => found.start < other.end && other.start < found.end)
}

/** "Producer Lionel Abarca" and "Abarca, the producer" mention one person. */
function isApposed(found: Mention, people: Mention[], text: string): boolean {
  return (
    found.kind === 'noun' &&
    people.some(
      (person) =>
        (person.start >= found.end && APPOSITION.test(text.slice(found.end, person.start))) ||
        (found.start >= person.end &&
          /^, (?:the|who|its|an?|then)\b[^,]{0,50}$/.test(text.slice(person.end, found.start))),
    )
  )
}
