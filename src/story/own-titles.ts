import { at, type FilmMention } from './film-mention.ts'
import { groupsOf, matches } from './found.ts'
import { type Lens, numberOf } from './lens.ts'
import { plainly } from './letters.ts'

const SEQUEL =
  'sequels?|follow-?ups?|follow up|part (?:two|2|ii)|second (?:film|movie|part|instal?lment|chapter|picture|outing|entry)|next (?:film|movie|instal?lment|chapter)|third (?:film|movie|part|instal?lment)|continuation|return|fortsetzung|zweite[nrsm]? (?:teil|film|kinofilm)|wird fortgesetzt|secuela|segund[ao] (?:parte|entrega|pelicula|filme|cinta|largometraje|capitulo|longa)|continuacion|suite|(?:deuxieme|seconde?) (?:volet|film|opus|partie|chapitre|long-metrage)|seguito|sequel|second[oa] (?:film|capitolo|parte|episodio|pellicola)|sequencia|sequela|continuacao'

/** A sequel without a title beside it, in plain lower case. */
export const SEQUEL_NOUN = plainly(
  new RegExp(
    `(?<![\\p{L}-])(?:${SEQUEL.replace('|return', '')})(?![\\p{L}-])(?! (?:chapter|series|novel|manga|book|comic|game|anime|album))`,
    'gu',
  ),
)

/** "a sequel to X", "die Fortsetzung von X", "la secuela de X": joined to the title after it. */
const SEQUEL_OF = plainly(
  new RegExp(
    `(?:${SEQUEL})(?:'s)? (?:of|to|for|von|zu|de|a|al|du|di|del|d'|do|da) (?:the |a |la |el |his |her |their |[\\p{L}]+'s )?(?:(?:\\d{4}|live-action|cult|original|fantasy|sci-fi|hit|first|classic|film|movie|\\d{4}'s) ){0,4}(?:["“«‘'„] ?)?$`,
    'u',
  ),
)
/** "another X", "a second X", "new X movies": one more of it. */
const ONE_MORE =
  /(?:another|a second|second|the new|a new|the next|next|the third) (?:["“«‘'„] ?)?$/u
const SEQUEL_WORDS = SEQUEL.replace('|return', '')
/** A number or a word for a sequel after a first film's title: "X 2", "X’s sequel". */
const SEQUEL_AFTER = plainly(
  new RegExp(
    `^(?: ?["”»’'“])?(?:'s)?[ -](?:(\\d{1,2}|ii|iii|iv|two|three|four)|(?:${SEQUEL_WORDS}))(?![\\p{L}\\d])`,
    'u',
  ),
)
/** What makes it another work of the same name: "the X manga", "X: The Game". */
const SPIN_OFF_AFTER = plainly(
  /^(?: ?["”»’'“])?(?:: \p{L}|(?:'s)? (?:animated |live-action |video |tv |television |stage |graphic |prequel |comic |board )?(?:anime|book|books|cartoon|comic|comics|game|manga|musical|novel|novels|origins|podcast|prequel|reboot|remake|ride|rpg|series|show|spin-?off|tv)(?![\p{L}]))/u,
)
const SOURCE_BEFORE =
  /(?:anime|book|comic|comics|game|manga|musical|novel|series|show) (?:["“«‘'„] ?)?$/u

/** Things that bear a film's name. Example: "the Emberfall 2 weather satellite". */
const NAMESAKE_AFTER =
  /^["”»’']? (?:[a-z]+ )?(?:album|app|band|drone|horse|launcher|mission|phone|probe|rocket|satellite|ship|single|song|spacecraft|vaccine|yacht)(?![\p{L}])/u

/** The awaited film by its own titles; a subtitle alone only in capitals and no other's. */
export function* awaitedIn(lens: Lens, text: string, low: string): Generator<FilmMention> {
  for (const { start, end } of matches(lens.awaited, low))
    yield at(start, end - start, NAMESAKE_AFTER.test(low.slice(end)) ? 'other' : 'awaited')
  for (const { start, end } of lens.subtitles ? matches(lens.subtitles, text) : []) {
    const before = text.slice(0, start)
    const isMarked = /["“‘'«„]$/.test(before)
    const isAlone = /(?:^|[^:\s]) $/.test(before) && before.trim() !== ''
    if (isMarked || isAlone) yield { ...at(start, end - start, 'awaited'), isShort: true }
  }
}

const FILM_NOUN =
  'film|movie|picture|instal?lment|outing|one|part|chapter|entry|adaptation|hit|blockbuster|adventure|feature'
const ORIGINAL = plainly(
  new RegExp(
    `(?<![\\p{L}])(?:the|that|his|her|its|their) (?:original(?: (?:${FILM_NOUN}))?(?! [\\p{Lu}])|first (?:[\\p{Ll}-]+ )?(?:${FILM_NOUN})|(?:original |first )?((?:19|20)\\d\\d)(?:'s)?(?: [\\p{Ll}-]+)?(?: (?:${FILM_NOUN}))?)(?![\\p{L}])`,
    'gu',
  ),
)

/** A film without its title: "the original", "the 2018 film"; another year is another film. */
export function originalIn(lens: Lens, text: string): FilmMention[] {
  if (!/original|first|\d{4}/i.test(text)) return []
  const year = lens.topic.first_film?.released?.slice(0, 4)
  const lowered = text.charAt(0).toLowerCase() + text.slice(1)
  return groupsOf(ORIGINAL, lowered).map((match) => {
    const lead = SEQUEL_OF.exec(text.slice(0, match.index).toLowerCase())
    const from = match.index - (lead?.[0].length ?? 0)
    const kind =
      match[1] && year && match[1] !== year ? 'other' : match[1] && lead ? 'awaited' : 'original'
    return at(from, match.index + match[0].length - from, kind)
  })
}

/** The first film's title, with what beside it makes it the awaited film or another work. */
export function firstIn(lens: Lens, text: string): FilmMention[] {
  if (!lens.first) return []
  const low = text.toLowerCase()
  return matches(lens.first, low).flatMap(({ start, end }) => {
    if (!isPrinted(text.slice(start, end))) return []
    const before = low.slice(Math.max(0, start - BEFORE), start)
    const lead = SEQUEL_OF.exec(before) ?? ONE_MORE.exec(before)
    const tail = SEQUEL_AFTER.exec(low.slice(end))
    const from = start - (lead?.[0].length ?? 0)
    const length = end - from + (tail?.[0].length ?? 0)
    const kind = kindOf(lens, low, start, end, lead !== null, tail)
    return [{ ...at(from, length, kind), isBranch: kind === 'other' && tail === null }]
  })
}

const BEFORE = 120 // characters: "the follow-up to his 2019 live-action fantasy hit film"

/** A title of one word is one only with a capital: "her" is seldom the film Her. */
function isPrinted(title: string): boolean {
  return /\s/.test(title) || /^[^\p{Ll}]/u.test(title)
}

function kindOf(
  lens: Lens,
  low: string,
  start: number,
  end: number,
  hasLead: boolean,
  tail: RegExpExecArray | null,
): FilmMention['kind'] {
  const number = tail?.[1]
  if (number) return lens.number === null || numberOf(number) === lens.number ? 'awaited' : 'other'
  const isSpinOff = SPIN_OFF_AFTER.test(low.slice(end)) || SOURCE_BEFORE.test(low.slice(0, start))
  if (isSpinOff && !tail) return 'other'
  return hasLead || tail ? 'awaited' : 'first'
}
