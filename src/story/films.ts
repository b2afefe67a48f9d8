import { at, type FilmMention } from './film-mention.ts'
import { matches, overlaps } from './found.ts'
import type { Lens } from './lens.ts'
import { plainly } from './letters.ts'
import { capitalTitles, nestedTitles, OTHERS, WORKS } from './other-titles.ts'
import { awaitedIn, firstIn, originalIn, SEQUEL_NOUN } from './own-titles.ts'

/**
 * The films that a stretch of plain text names, in order, the longest reading of each. `titles` are
 * the places of titles in quotation marks.
 */
export function filmsIn(
  lens: Lens,
  plain: string,
  start: number,
  end: number,
  titles: { start: number; end: number }[] = [],
): FilmMention[] {
  const text = plain.slice(start, end)
  const low = text.toLowerCase()
  const found: FilmMention[] = []
  for (const film of awaitedIn(lens, text, low)) if (!overlaps(film, found)) found.push(film)
  for (const film of firstIn(lens, text)) if (!overlaps(film, found)) found.push(film)
  for (const other of [
    ...titles.map(toHere(start)),
    ...nestedTitles(text),
    ...capitalTitles(lens, text, low),
  ])
    if (!overlaps(other, found)) found.push(other)
  for (const original of originalIn(lens, low))
    if (!overlaps(original, found)) found.push(ofNamed(original, found, low))
  for (const { start: from, text: words } of matches(OTHERS, low)) {
    const others = at(from, words.length, 'other')
    if (!overlaps(others, found)) found.push(others)
  }
  for (const { start: from, text: words } of matches(WORKS, low)) {
    const work = at(from, words.length, 'work')
    if (!overlaps(work, found)) found.push(work)
  }
  for (const { start: from, text: words } of lens.first ? matches(SEQUEL_NOUN, low) : []) {
    const sequel = at(from, words.length, 'sequel')
    if (overlaps(sequel, found)) continue
    const owner = found.find((film) => film.kind === 'other' && isBeside(film, sequel, low))
    const isOthers =
      owner !== undefined ||
      OF_THING.test(low.slice(sequel.end)) ||
      isOfAnother(lens, text, sequel, found)
    found.push(isOthers ? { ...sequel, kind: 'other' } : sequel)
  }
  return coordinated(found, text).map((film) => ({
    ...film,
    start: film.start + start,
    end: film.end + start,
  }))
}

const AND = plainly(/^["”’'»,]*,? (?:and|&|und|et|y|e) (?:the )?["“‘'«„]*$/u)

/** "Emberfall 2 and Glass Harbor 3 are in development": told of both, so of ours. */
function coordinated(found: FilmMention[], text: string): FilmMention[] {
  const films: FilmMention[] = []
  for (const film of found.sort((a, b) => a.start - b.start)) {
    const last = films.at(-1)
    const isJoined =
      last?.kind === 'awaited' &&
      film.kind === 'other' &&
      AND.test(text.slice(last.end, film.start))
    if (isJoined) films.splice(-1, 1, { ...last, end: film.end })
    else films.push(film)
  }
  return films
}

/** "the Glass Harbor sequels", "a sequel to Glass Harbor": a sequel of another film. */
function isBeside(film: FilmMention, sequel: FilmMention, low: string): boolean {
  if (film.end <= sequel.start) return sequel.start - film.end <= 2
  const gap = low.slice(sequel.end, film.start)
  return /^ (?:to|of|for) (?:the |his |her )?["“‘'«]?$/.test(gap) || /^ ["“‘'«]$/.test(gap)
}

/** "the sequel to last year's drive-in": no film of ours. */
const OF_THING =
  /^ to (?:last|this) (?:year|month|week|summer|winter|season)'s (?!(?:[\p{Ll}-]+ )?(?:film|movie|hit|adventure|feature|adaptation|blockbuster|["“‘'«]))/u

const APPOSED = /^["”’'»]?, (?:["“‘'«]?[^,.;:]{1,40}'s |the |its |his |her |a |an )?["“‘'«]?$/u

/** "Glass Harbor 2, Northlight's sequel to the 2017 hit": told of what is named before it. */
function ofNamed(original: FilmMention, found: FilmMention[], low: string): FilmMention {
  const isOther = found.some(
    ({ kind, end }) =>
      kind === 'other' && end <= original.start && APPOSED.test(low.slice(end, original.start)),
  )
  return isOther && original.kind === 'awaited' ? { ...original, kind: 'other' } : original
}

const OF_CAPITAL = plainly(
  /^ (?:to|of) (?:(?:the|his|her|their|its|\d{4}(?:'s)?|[\p{Ll}-]+) ){0,5}["“‘'«]?(?=\p{Lu})/u,
)

const NONE = /(?!)/u

/** "the sequel to Glass Harbor", printed without marks: capitals that are none of ours. */
function isOfAnother(lens: Lens, text: string, sequel: FilmMention, found: FilmMention[]): boolean {
  const lead = OF_CAPITAL.exec(text.slice(sequel.end))
  if (!lead) return false
  const from = sequel.end + lead[0].length
  const isOurs = found.some(
    ({ kind, start, end }) => kind !== 'other' && start <= from && end > from,
  )
  const isKnown = [lens.people, lens.studios].some(
    (names) => text.slice(from).search(names ?? NONE) === 0,
  )
  return !isOurs && !isKnown
}

function toHere(start: number): (title: { start: number; end: number }) => FilmMention {
  return (title) => at(title.start - start, title.end - title.start, 'other')
}
