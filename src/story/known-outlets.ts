import { foldedWords } from './fold.ts'
import { matches } from './found.ts'
import type { Lens } from './lens.ts'
import { plainly } from './letters.ts'

/** Verbs of reporting, as they stand beside an outlet's name, in plain lower case. */
const REPORTS =
  'breaks|broke|claimed|claims|hears|learned|notes|noted|published|reported|reports?|revealed|reveals|said|says|wrote|writes|berichtet|berichtete|meldet|meldete|schreibt|schrieb|vermeldet|affirme|annonce|indique|rapporte|revele|adelanta|adelanto|asegura|informa|informo|publica|publico|revela|revelo|riferisce|riporta|rivela|scrive|divulgou|noticiou|publicou|revelou'
/** What may stand between a preposition and the name: "to our pals at", "dem Branchenblatt". */
const BETWEEN =
  "(?:[\\p{Ll}'-]+ |(?:US-|UK-)?[\\p{Lu}][\\p{Ll}-]+(?:blatt|blog|dienst|magazin|portal|seite|zeitschrift|zeitung) |US |UK ){0,4}[\"'“‘«„]?$"

const SPOKEN_TO = plainly(
  new RegExp(
    `(?:^|[^\\p{L}])(?:to|with|told|tells?|telling|[Dd]em|[Dd]er|[Gg]egenuber|mit|a|al|alla|ao|aos|au|aux|con|com|avec|podcast|for) ${BETWEEN}`,
    'u',
  ),
)
const TAKEN_FROM = plainly(
  new RegExp(
    `(?:^|[^\\p{L}])(?:by|from|via|per|according to|at|in|on|of|citing|quoting|credits?|source:|laut|von|bei|nach|im|selon|dans|par|segun|por|en|de|del|da|di|su|secondo|segundo|pelo|pela|no|na|(?:${REPORTS})) ${BETWEEN}`,
    'iu',
  ),
)
const REPORTING = plainly(
  new RegExp(
    `^(?:'s)? ?["'”’»]? ?(?:has |have |first |also |hat |a |ha )?(?:${REPORTS}|zufolge|spoke|talked|caught up|sat down|interview|profile|podcast|gesprach)(?!\\p{L})`,
    'u',
  ),
)
/** A sentence in which somebody speaks; without it "to Reel Post" may be a way. */
const SPEAKING =
  /interview|entrevista|intervista|entretien|gesprach|conversation|\b(?:said|told|tell|talk|spoke|speak|confirm|reveal|explain|admit|share|disclos|e-?mail|phone)|sagt|erklart|verriet|verrat|dijo|declar|confes|asegur|explic|expliqu|cont[aoó]|disse|detto|racc|dit |confi|garanti|promi|prome|afirm|affirm|bestatig|coment|rivel|revel/u

/** A known outlet in a stretch of plain text, and whether it was spoken to or reports. */
export function knownOutletIn(
  lens: Lens,
  plain: string,
): { outlet: string; how: 'told' | 'taken' } | null {
  const found = lens.outletForms === null ? [] : matches(lens.outletForms, plain)
  const places = found.flatMap(({ text: form, start, end }) => {
    const before = plain.slice(Math.max(0, start - 70), start)
    const how = howNamed(before, plain.slice(end), plain)
    const outlet = how && outletOf(lens, form)
    return how && outlet ? [{ outlet, how }] : []
  })
  return places.find(({ how }) => how === 'told') ?? places[0] ?? null
}

/** Names of outlets under the forms that texts print, as they were met; null for a form of none. */
const outletsOf = new WeakMap<Lens, Map<string, string | null>>()

function outletOf(lens: Lens, form: string): string | null {
  const met = outletsOf.get(lens) ?? new Map<string, string | null>()
  outletsOf.set(lens, met)
  const known = met.get(form)
  if (known !== undefined) return known
  const key = outletKey(form)
  const outlet = lens.outlets.find(({ plain }) => outletKey(plain) === key)?.name ?? null
  met.set(form, outlet)
  return outlet
}

function howNamed(before: string, after: string, all: string): 'told' | 'taken' | null {
  if (REPORTING.test(after))
    return /^(?:'s)? ['"”’»]?(?:spoke|talked|caught up|sat down|interview|profile|podcast|gesprach)/.test(
      after,
    )
      ? 'told'
      : 'taken'
  if (SPOKEN_TO.test(before) && SPEAKING.test(all.toLowerCase())) return 'told'
  return TAKEN_FROM.test(before) ? 'taken' : null
}

/** An outlet's name as it counts for comparing: "The Reel & Post" is "Reel and Post". */
export function outletKey(name: string): string {
  return foldedWords(name.replaceAll('&', ' and '))
    .join(' ')
    .replace(/^(?:the|el|la|le|les|il|der|die|das|o|a) /, '')
}
