import type { Person, Topic } from '../topic.ts'
import { givenNamesOf } from './first-names.ts'
import { plainly } from './letters.ts'
import { plainOf } from './tokens.ts'

/** A topic prepared for reading: what to look for, as patterns over plain text. */
export type Lens = {
  topic: Topic
  /** Names and aliases of the topic's people; null where it has none. */
  people: RegExp | null
  personOf: ReadonlyMap<string, Person>
  /** Whose given name alone a word is; none that several bear, that is a word or in a title. */
  givenOf: ReadonlyMap<string, Person>
  /** The people of each name or alias that more than one of them bears. */
  sharers: ReadonlyMap<string, Person[]>
  /** Whose last name a word is but for one letter; null if nobody's. */
  misspelt: (word: string) => Person | null
  /** Names of studios, longest first. */
  studios: RegExp | null
  /** Titles of the awaited film, in plain lower case. */
  awaited: RegExp
  /** What stands after the colon of its titles, as printed; null where there is none. */
  subtitles: RegExp | null
  /** Titles of the first film, short forms too, in plain lower case; null where there is none. */
  first: RegExp | null
  /** Which film of its series is awaited, where its title tells: 2 for "Emberfall II". */
  number: number | null
  /** First names of its people: "Ana says". */
  givenNames: ReadonlySet<string>
  outlets: readonly { name: string; plain: string }[]
  /** Outlets' names as others print them; null where the topic has none. */
  outletForms: RegExp | null
}

const lenses = new WeakMap<Topic, Lens>()

/** The lens of a topic; made once for each topic object. */
export function lensOf(topic: Topic): Lens {
  const known = lenses.get(topic)
  if (known) return known
  const lens = makeLens(topic)
  lenses.set(topic, lens)
  return lens
}

function makeLens(topic: Topic): Lens {
  const forms = topic.people.flatMap((person) => formsOf(person, topic))
  const personOf = new Map(forms)
  const first = firstFilmForms(topic)
  return {
    topic,
    people: anyOf([...personOf.keys()], 'gu'),
    personOf,
    givenOf: givenNamesOf(topic, personOf),
    sharers: sharersOf(forms),
    misspelt: spellingOf(personOf),
    studios: anyOf(topic.studios.map(plainOf), 'gu'),
    awaited: anyOf([topic.title, ...topic.aliases].map(lower), 'gu') ?? /(?!)/gu,
    subtitles: anyOf(subtitlesOf(topic, first), 'gu'),
    first: anyOf(first, 'gu'),
    number: numberIn(topic),
    givenNames: new Set(
      topic.people.flatMap(({ name }) => plainOf(name).split(' ').slice(0, -1)[0] ?? []),
    ),
    outlets: topic.outlets
      .map(({ name }) => ({ name, plain: plainOf(name) }))
      .sort((a, b) => b.plain.length - a.plain.length),
    outletForms: anyOf(
      topic.outlets.flatMap(({ name }) => outletForms(plainOf(name))),
      'gu',
    ),
  }
}

/** "The Reel & Post" is printed "Reel & Post" and "Reel and Post" as well. */
function outletForms(name: string): string[] {
  const short = name.replace(/^The (?=\S{4}|\S+ )/, '')
  const forms = [name, short, short.replaceAll('&', 'and'), short.replace(/ and /g, ' & ')]
  return [...new Set(forms)]
}

/** Name, aliases and, where no other person shares it, the last name alone. */
function formsOf(person: Person, topic: Topic): [string, Person][] {
  const last = person.name.split(' ').at(-1) ?? person.name
  const isShared = topic.people.some((other) => other !== person && other.name.endsWith(` ${last}`))
  const isTitle = lower(topic.title).includes(lower(last))
  const forms = [person.name, ...person.aliases, ...(isShared || isTitle ? [] : [last])]
  return [...new Set(forms.map(plainOf))].map((form) => [form, person])
}

function sharersOf(forms: [string, Person][]): Map<string, Person[]> {
  const byForm = Map.groupBy(forms, ([form]) => form)
  return new Map(
    [...byForm].flatMap(([form, all]) =>
      all.length > 1 ? [[form, all.map(([, person]) => person)]] : [],
    ),
  )
}

const LONG_NAME = 7 // letters: shorter names have too many neighbours

function spellingOf(personOf: ReadonlyMap<string, Person>): (word: string) => Person | null {
  const names = [...personOf].filter(([form]) => form.length >= LONG_NAME && !form.includes(' '))
  const known = new Map<string, Person | null>()
  return (word) => {
    if (word.length < LONG_NAME) return null
    const cached = known.get(word)
    if (cached !== undefined) return cached
    const found = names.find(([form]) => differByOne(form, word))?.[1] ?? null
    if (known.size < 5000) known.set(word, found)
    return found
  }
}

function differByOne(form: string, word: string): boolean {
  if (form.charAt(0) !== word.charAt(0)) return false
  if (Math.abs(form.length - word.length) === 1)
    return isOneLonger(form, word) || isOneLonger(word, form)
  if (form.length !== word.length) return false
  return [...form].filter((letter, i) => letter !== word.charAt(i)).length === 1
}

/** Whether a word is another with one letter more. */
function isOneLonger(long: string, short: string): boolean {
  const at = [...short].findIndex((letter, i) => letter !== long.charAt(i))
  const cut = at < 0 ? short.length : at
  return long.slice(0, cut) + long.slice(cut + 1) === short
}

/** "Emberfall 2" and "the Emberfall sequel" tell that the first film is called "emberfall". */
const SEQUEL_TAIL =
  /[\s:–-]+(?:\d+|ii|iii|iv|two|three|part \w+|chapter \w+|sequel|follow-up|followup|fortsetzung|secuela|suite|sequenza|sequela|sequencia)$/u

function firstFilmForms(topic: Topic): string[] {
  if (!topic.first_film) return []
  const stems = [topic.title, ...topic.aliases]
    .map((title) =>
      lower(title).replace(/^(?:the|a|el|la|der|die|das|le) (?=.* (?:sequel|follow-up)$)/u, ''),
    )
    .filter((title) => SEQUEL_TAIL.test(title))
    .map((title) => title.replace(SEQUEL_TAIL, ''))
  const full = lower(topic.first_film.title)
  return [...new Set([full, ...stems, full.replace(/^the /, '')])].filter((form) => form.length > 2)
}

const NO_SUBTITLE =
  /^(?:the )?(?:part|chapter|volume|vol\.?|episode|book|sequel|movie|film)\b|^.{0,5}$|^\P{L}+$/iu

/** "Both Hands" of "The Left-Handed Monk: Both Hands": the trade soon leaves the rest away. */
function subtitlesOf({ title, aliases, first_film }: Topic, first: string[]): string[] {
  return [title, ...aliases].map(plainOf).flatMap((name) => {
    const [, head = '', tail = ''] = /^(.+?)(?: \d+)? ?[:–—] (\p{Lu}.+)$/u.exec(name) ?? []
    const isFirst = first_film !== null && lower(first_film.title).includes(lower(tail))
    return first.includes(lower(head)) && !isFirst && !NO_SUBTITLE.test(tail) ? [tail] : []
  })
}

const NUMBERS: Record<string, number> = { ii: 2, iii: 3, iv: 4, two: 2, three: 3, four: 4 }

/** The number that a digit, a Roman numeral or a word stands for; NaN for others. */
export function numberOf(word: string): number {
  return NUMBERS[word] ?? Number(word)
}

function numberIn(topic: Topic): number | null {
  const numbers = [topic.title, ...topic.aliases].map((title) =>
    numberOf(
      lower(title)
        .split(/[\s:]+/)
        .at(-1) ?? '',
    ),
  )
  return numbers.find((number) => number >= 2 && number < 20) ?? null
}

function lower(text: string): string {
  return plainOf(text).toLowerCase()
}

/** Scripts that set no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Any of the forms as words of their own, the longest first; null for none. */
function anyOf(forms: string[], flags: string): RegExp | null {
  if (forms.length === 0) return null
  const sorted = [...new Set(forms)].sort((a, b) => b.length - a.length)
  const literals = sorted.map((form) => ({
    isSpaced: !UNSPACED.test(form),
    literal: form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/: /g, ' ?[:–—-] ?'),
  }))
  const spaced = literals.filter(({ isSpaced }) => isSpaced).map(({ literal }) => literal)
  const unspaced = literals.filter(({ isSpaced }) => !isSpaced).map(({ literal }) => literal)
  const words =
    spaced.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{N}])`] : []
  return plainly(new RegExp([...words, ...unspaced].join('|'), flags))
}
