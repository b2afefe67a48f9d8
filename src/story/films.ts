import type { Lens } from './lens.ts'
import { isTitle } from './titles.ts'

/**
 * A film that a stretch of text names.
 * - `awaited`: the film that is tracked, by a title of its own or as the first one's sequel
 * - `first`: the film that it follows
 * - `sequel`: some sequel, no title beside it
 * - `original`: "the original", the film that a sequel in question follows
 * - `other`: another film, series, book or game
 */
export type FilmKind = 'awaited' | 'first' | 'original' | 'sequel' | 'other'
export type FilmMention = { start: number; end: number; kind: FilmKind }

const SEQUEL =
  'sequels?|follow-?ups?|follow up|part (?:two|2|ii)|second (?:film|movie|part|instal?lment|chapter|picture|outing|entry)|next (?:film|movie|instal?lment|chapter)|third (?:film|movie|part|instal?lment)|continuation|return|fortsetzung|zweiter teil|zweiten teil|secuela|segunda (?:parte|entrega|pelicula)|continuacion|suite|deuxieme (?:volet|film)|seguito|sequel|secondo (?:film|capitolo)|sequencia|sequela|continuacao|segundo filme'

const SEQUEL_NOUN = new RegExp(
  `(?<![\\p{L}-])(?:${SEQUEL.replace('|return', '')})(?![\\p{L}-])`,
  'gu',
)

/** "a sequel to X", "die Fortsetzung von X", "la secuela de X": joined to the title after it. */
const SEQUEL_OF = new RegExp(
  `(?:${SEQUEL})(?:'s)? (?:of|to|for|von|zu|de|a|al|du|di|del|d'|do|da) (?:the |a |la |el |his |her |their |[\\p{L}]+'s )?(?:(?:\\d{4}|live-action|cult|original|fantasy|sci-fi|hit|first|classic|film|movie|\\d{4}'s) ){0,4}["“«‘'„]?$`,
  'u',
)
/** "another X", "a second X", "new X movies": one more of it. */
const ONE_MORE = /(?:another|a second|second|the new|a new|the next|next|the third) ["“«‘'„]?$/u
/** What after a first film's title makes it the awaited one. */
const SEQUEL_AFTER = new RegExp(
  `^["”»’'“]?(?:'s)?[ -](?:2|ii|two|(?:${SEQUEL.replace('|return', '')}))(?![\\p{L}\\d])`,
  'u',
)

/** Nouns beside which a title with capitals is a work. */
const WORK =
  'adventure|anime|biopic|book|comedy|comic|comic book|documentary|drama|film|films|franchise|game|graphic novel|heist|horror|limited series|manga|miniseries|movie|movies|musical|novel|picture|play|prequel|reboot|remake|romance|saga|satire|sequel|sequels|series|show|sitcom|spin-off|spinoff|thriller|trilogy|western|epic|thriller|actioner|rom-com|dramedy'
const CAPITALS =
  /(?<![\p{L}\p{N}'’-])(?:\p{Lu}[\p{L}'-]*|\d+)(?:(?: (?:(?:of|and|in|on|to|for)(?: the| a)?|vs\.|&))* (?:\p{Lu}[\p{L}'-]*|\d+)|: \p{Lu}[\p{L}'-]*)*/gu
const NUMBERED = /(?: \d{1,2}| [IVX]{2,4}|: .+)$/u
const AFTER_WORK = new RegExp(`(?:${WORK})(?: adaptation)?,? (?:called |titled |entitled )?$`, 'u')
const BEFORE_WORK = new RegExp(`^(?:'s)? (?:${WORK})(?![\\p{L}])`, 'u')

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
  const found = [...awaitedIn(lens, low)]
  for (const film of firstIn(lens, low)) if (!overlaps(film, found)) found.push(film)
  for (const other of [
    ...titles.map(toHere(start)),
    ...nestedTitles(text),
    ...capitalTitles(lens, text, low),
  ])
    if (!overlaps(other, found)) found.push(other)
  for (const original of originalIn(lens, low)) if (!overlaps(original, found)) found.push(original)
  for (const match of low.matchAll(OTHERS)) {
    const others = at(match.index, match[0].length, 'other')
    if (!overlaps(others, found)) found.push(others)
  }
  for (const match of low.matchAll(SEQUEL_NOUN)) {
    const sequel = at(match.index, match[0].length, 'sequel')
    if (overlaps(sequel, found)) continue
    const owner = found.find((film) => film.kind === 'other' && isBeside(film, sequel, low))
    found.push(owner ? { ...sequel, kind: 'other' } : sequel)
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map((film) => ({ ...film, start: film.start + start, end: film.end + start }))
}

function* awaitedIn(lens: Lens, low: string): Generator<FilmMention> {
  for (const match of low.matchAll(lens.awaited)) yield at(match.index, match[0].length, 'awaited')
}

/** Films without a title that are not the one in question: "two films", "his next project". */
const OTHERS =
  /(?<![\p{L}])(?:(?:two|three|four|five|six|several|many|multiple|other|various|upcoming) (?:[\p{Ll}-]+ )?(?:films|movies|projects|features|pictures|scripts)|(?:his|her|their) (?:next|new|other|latest|upcoming) (?:film|movie|project|feature|picture|series|show))(?![\p{L}])/gu

/** "the Glass Harbor sequels", "a sequel to Glass Harbor": a sequel of another film. */
function isBeside(film: FilmMention, sequel: FilmMention, low: string): boolean {
  if (film.end <= sequel.start) return sequel.start - film.end <= 2
  return /^ (?:to|of|for) (?:the |his |her )?["“‘'«]?$/.test(low.slice(sequel.end, film.start))
}

const FILM_NOUN =
  'film|movie|picture|instal?lment|outing|one|part|chapter|entry|adaptation|hit|blockbuster|adventure|feature'
const ORIGINAL = new RegExp(
  `(?<![\\p{L}])(?:the|that|his|her|its|their) (?:original(?: (?:${FILM_NOUN}))?(?! [\\p{Lu}])|first (?:[\\p{Ll}-]+ )?(?:${FILM_NOUN})|(?:original |first )?((?:19|20)\\d\\d)(?:'s)?(?: [\\p{Ll}-]+)?(?: (?:${FILM_NOUN}))?)(?![\\p{L}])`,
  'gu',
)

/** A film without its title: "the original", "the 2018 film"; another year is another film. */
function originalIn(lens: Lens, text: string): FilmMention[] {
  const year = lens.topic.first_film?.released?.slice(0, 4)
  const lowered = text.charAt(0).toLowerCase() + text.slice(1)
  return [...lowered.matchAll(ORIGINAL)].map((match) => {
    const lead = SEQUEL_OF.exec(text.slice(0, match.index).toLowerCase())
    const from = match.index - (lead?.[0].length ?? 0)
    const kind =
      match[1] && year && match[1] !== year ? 'other' : match[1] && lead ? 'awaited' : 'original'
    return at(from, match.index + match[0].length - from, kind)
  })
}

/** The first film's title, with what beside it turns it into the awaited film. */
function firstIn(lens: Lens, low: string): FilmMention[] {
  if (!lens.first) return []
  return [...low.matchAll(lens.first)].map((match) => {
    const before = low.slice(0, match.index)
    const after = low.slice(match.index + match[0].length)
    const lead = SEQUEL_OF.exec(before) ?? ONE_MORE.exec(before)
    const tail = SEQUEL_AFTER.exec(after)
    const from = match.index - (lead?.[0].length ?? 0)
    const length = match.index - from + match[0].length + (tail?.[0].length ?? 0)
    return at(from, length, lead || tail ? 'awaited' : 'first')
  })
}

function toHere(start: number): (title: { start: number; end: number }) => FilmMention {
  return (title) => at(title.start - start, title.end - title.start, 'other')
}

/** Titles in single marks within what somebody says. */
function nestedTitles(text: string): FilmMention[] {
  return [...text.matchAll(/(?<=[\s“"])[‘']([^’‘'“”"]{3,60})['’](?![\p{L}])/gu)]
    .filter((match) => isTitle(match[1] ?? '') && /\s|\d/.test(match[1] ?? ''))
    .map((match) => at(match.index, match[0].length, 'other'))
}

/** Capitals with a number or a colon, or beside a word for a work, that are none of our people. */
function capitalTitles(lens: Lens, text: string, low: string): FilmMention[] {
  return [...text.matchAll(CAPITALS)]
    .filter((match) => {
      const end = match.index + match[0].length
      const beside = AFTER_WORK.test(low.slice(0, match.index)) || BEFORE_WORK.test(low.slice(end))
      const isThing = /(?:^|[^\p{L}])the $/u.test(low.slice(0, match.index))
      return (
        ((isNumbered(match[0]) && !isThing) || (beside && match.index > 0)) &&
        !isKnownName(lens, match[0])
      )
    })
    .map((match) => at(match.index, match[0].length, 'other'))
}

/** "Glass Harbor 3", "Glass Harbor: Low Tide"; no date, label ("EXCLUSIVE: …") or ship ("the Argo II"). */
function isNumbered(name: string): boolean {
  if (!/^\p{Lu}/u.test(name) || CALENDAR.test(name) || LABEL.test(name)) return false
  return NUMBERED.test(name)
}

const LABEL =
  /^(?:[\p{Lu}\d\s]+|[^:]*'[a-z]+|Related|Update|Updated|Source|Note|Photo|Watch|Read|Report|Interview|Review|Exclusive|Warning|Spoiler|[\p{Lu}][\p{Ll}]+): /u
const CALENDAR =
  /(?:^| )(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Summer|Spring|Autumn|Fall|Winter|Q[1-4]|Phase|Page|Chapter|Season|Part|Day|Issue|Stage|Number|No|Top|World|Formula|Super Bowl) \d+$|^(?:The|In|On|A|And|But|It|At|By|Since|After|Before|That|Some|About|Around|Only|All|Just|Over|Nearly) \d+$/u

/** Words with a capital that begin a sentence, not a title: "That movie is cancelled". */
const NO_TITLE =
  /^(?:That|This|The|A|An|Each|Every|Their|His|Her|Its|My|Our|Your|Another|One|No|Any|Some|First|New|Old|Next|Last|Second|Third|Original|Feature|What|Which|Whose|Most|Many|Few|Both|All|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Even|Big|Cult|Hit|Upcoming|Live-action|Sci-Fi|Fantasy|Hollywood|American|British)$/u

function isKnownName(lens: Lens, name: string): boolean {
  if (NO_TITLE.test(name)) return true
  const matched = lens.people ? name.replace(lens.people, '').trim() : name
  const rest = lens.studios ? matched.replace(lens.studios, '').trim() : matched
  return !/\p{L}{3}/u.test(rest) || lens.outlets.some(({ plain }) => plain.includes(rest))
}

function at(start: number, length: number, kind: FilmKind): FilmMention {
  return { start, end: start + length, kind }
}

function overlaps(one: FilmMention, others: FilmMention[]): boolean {
  return others.some((other) => one.start < other.end && other.start < one.end)
}
