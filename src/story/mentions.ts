import { isApposed, withOffice } from './apposed.ts'
import { isAside } from './aside.ts'
import { type Found, matches, overlaps } from './found.ts'
import { handlesIn } from './handles.ts'
import type { Lens } from './lens.ts'
import { capitalsIn, plainly } from './letters.ts'
import { INSIDER_NOUN, roleNounsIn, roleOf } from './roles.ts'
import { BEFORE, namesIn, strangerNames, strangerVoice } from './strangers.ts'
import { INSIDER, type Voice, type VoiceRole } from './voices.ts'

/** Somebody named in a stretch of plain text. */
export type Mention = Place &
  (
    | { kind: 'named'; voice: Voice; or?: Voice[] }
    | { kind: 'noun'; role: VoiceRole; word: string; isIndefinite: boolean; ofOther: boolean }
    | { kind: 'pronoun'; word: string }
  )

export type Place = {
  start: number
  end: number
  /** Whether an 's follows, brackets hold it or a preposition leads it: no subject. */
  aside: boolean
  /** Whether only its capitals make it a person. */
  guessed: boolean
}

/** French sets its pronouns behind the verb, with a hyphen. Example: "dit-il", "a-t-elle ajouté". */
const PRONOUN = plainly(
  /(?:(?<![\p{L}'-])(?:he|she|they|er|sie|il(?= (?:a|est|dit|explique|avait|ajoute|confie|confirme|precise))|elle|ella|lui|lei|ele|ela|the \d\d-year-old|der \d\d-jahrige|die \d\d-jahrige)|(?<=\p{L}-(?:t-)?)(?:il|elle))(?![\p{L}-])/gu,
)

/** Before a noun: somebody new, whoever was spoken of. Example: "one rival distribution exec". */
const INDEFINITE = plainly(
  /(?:^|[^\p{L}])(?:an?|one|another|some|any|every|no|un|une|una|uno|ein|eine|einem|einer|um|uma) (?!(?:[\p{L}-]+ ){0,2}(?:the|his|her|its|their|la|le|les|el|il|lo|der|die|das) )(?:[\p{L}'+-]+ ){0,3}$/u,
)

/** Who is mentioned in a plain text, in order, nouns joined to names. */
export function mentionsIn(
  lens: Lens,
  text: string,
  strangers: ReadonlyMap<string, Voice> = new Map(),
  names: Found[] = namesIn(text),
): Mention[] {
  const low = text.toLowerCase()
  const capitals = capitalsIn(text)
  const named = [...namedIn(lens, text, capitals), ...insidersIn(low)]
  const unknown = strangerNames(lens, names)
    .filter((found) => !overlaps(found, named))
    .map((found) => otherPerson(found, text))
  const people = [...named, ...unknown]
  for (const found of capitals) {
    const voice = strangers.get(found.text)
    if (voice && !/['-]/.test(text.charAt(found.start - 1)) && !overlaps(found, people))
      people.push(namedAt(found, voice, voice.role === 'other' || !lens.givenOf.has(found.text)))
  }
  const nouns = nounsIn(lens, text, low)
  const loose = [...nouns, ...pronounsIn(low)].filter(
    (found) => !overlaps(found, people) && !isApposed(found, people, text),
  )
  const titled = people.map((person) => ({
    ...person,
    start: withOffice(person, nouns, text),
    aside: isAside(lens, text, person),
  }))
  const others = loose
    .filter((found) => !overlaps(found, titled))
    .map((found) => ({ ...found, aside: isAside(lens, text, found) }))
  return [...titled, ...others].sort((a, b) => a.start - b.start)
}

function namedIn(lens: Lens, text: string, capitals: Found[]): Mention[] {
  const people = lens.people ? matches(lens.people, text) : []
  const studios = lens.studios ? matches(lens.studios, text) : []
  const found = [...people, ...misspelt(lens, capitals)].flatMap((at): Mention[] => {
    const person = lens.personOf.get(at.text) ?? lens.misspelt(at.text)
    if (!person) return []
    const mention = namedAt(at, { name: person.name, role: person.role })
    const others = lens.sharers.get(at.text) ?? []
    return [others.length > 0 ? { ...mention, or: others } : mention]
  })
  const accounts = handlesIn(lens, text).map(({ found: at, voice }) => namedAt(at, voice))
  const offices = studios.filter((at) => !overlaps(at, found))
  return [...found, ...accounts, ...offices.map((at) => namedAt(at, studioVoice(lens, at.text)))]
}

/** Long last names with one wrong letter. Example: Ferreria for Ferreira. */
function misspelt(lens: Lens, capitals: Found[]): Found[] {
  return capitals.filter(({ text }) => lens.misspelt(text) !== null)
}

function namedAt(
  { start, end }: Found,
  voice: Voice,
  guessed = false,
): Mention & { kind: 'named' } {
  return { start, end, kind: 'named', voice, aside: false, guessed }
}

function nounsIn(lens: Lens, text: string, low: string): Mention[] {
  const all = roleNounsIn(low)
  const nouns = all.filter(
    ({ start, end, text: word }, i) =>
      !PREDICATE.test(low.slice(Math.max(0, start - 50), start)) &&
      !(word === 'head' && OWN.test(low.slice(Math.max(0, start - 6), start))) &&
      !COMPOUND.test(low.slice(end, all[i + 1]?.start ?? end)) &&
      !(
        LEADING.test(low.slice(end, end + 14)) && BY.test(low.slice(Math.max(0, start - 9), start))
      ),
  )
  return nouns.map(({ text: word, start, end }) => ({
    start,
    end,
    kind: 'noun',
    role: roleOf(word),
    word,
    isIndefinite: isIndefinite(low.slice(Math.max(0, start - 50), start), word),
    ofOther: isOfOther(lens, text.slice(Math.max(0, start - 50), start)),
    aside: false,
    guessed: false,
  }))
}

/** She shook her head: a part of somebody. */
const OWN = /(?:his|her|their|my|your) $/

/** "The studio president", "the studio's film chief": of two nouns, the last says who it is. */
const COMPOUND = /^(?:'s)? (?:(?:film|motion picture|animation|tv|television|vice|co) )?$/u

/** "A report by fan site Argo Deck", "from the writers' room": what another noun is, nobody. */
const BY = /(?:^| )(?:by|from|in|on|via)(?: an?| the)? $/
const LEADING =
  /^(?:'s?)? (?:account|art|base|blog|club|community|convention|credit|culture|edit|favou?rite|fiction|forum|guild|mail|page|podcast|poster|power|service|sites?|theor(?:y|ies)|trailer|union|vehicle|website|wiki)(?!\p{L})/u

/** "He was producer and writer" mentions nobody else. */
const PREDICATE = plainly(
  /(?:^|[^\p{L}])(?:is|was|were|been|being|as|e|era|es|fue|est|etait|ist|war|foi|como|als|comme|come|wie) (?:(?:an?|the|also|un|una|uno|une|um|uma|ein|eine|der|die) )?(?:[\p{L}-]+ (?:and|e|y|et|und|&) )?$/u,
)

/** Portuguese "a diretora" is "the director", not "a director". */
function isIndefinite(before: string, word: string): boolean {
  return INDEFINITE.test(before) && !(before.endsWith(' a ') && PORTUGUESE.has(word))
}

const PORTUGUESE = new Set(
  'atriz autora chefe cineasta diretora dirigente executiva presidente produtora realizadora roteirista'.split(
    ' ',
  ),
)

const TITLE_BEFORE = plainly(/(?:^|[^\p{L}])the (["“‘'«]?\p{Lu}[\p{L}\p{N}:' -]*["”’'»]?) $/u)

/** "the Glass Harbor director": whoever the text is of, not ours by that role. */
function isOfOther(lens: Lens, before: string): boolean {
  const title = TITLE_BEFORE.exec(before)?.[1]
  if (!title || !/\p{Ll}/u.test(title)) return false
  const low = title.toLowerCase()
  const isOurs =
    low.search(lens.awaited) >= 0 || (lens.first !== null && low.search(lens.first) >= 0)
  return !isOurs && !(lens.studios !== null && title.search(lens.studios) >= 0)
}

function pronounsIn(low: string): Mention[] {
  return matches(PRONOUN, low).map(({ text, start, end }) => ({
    start,
    end,
    kind: 'pronoun',
    word: text,
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
  /insider|throat|leaker|scooper|tipster|mole|whistle|birdie|crew|employee|staff|source|person|people|someone|somebody|those|fuente|quelle/

function insidersIn(low: string): Mention[] {
  if (!INSIDER_HINT.test(low)) return []
  return matches(INSIDER_NOUN, low).map((at) => namedAt(at, INSIDER))
}

function otherPerson(found: Found, text: string): Mention {
  const before = text.slice(Math.max(0, found.start - BEFORE), found.start)
  const { voice, isGuessed } = strangerVoice(found.text, before)
  const isPerson = /^, (?:who|whose|quien) /.test(text.slice(found.end, found.end + 9))
  return namedAt(found, voice, isGuessed && !isPerson)
}
