import { groupsOf } from './found.ts'
import { knownOutletIn } from './known-outlets.ts'
import type { Lens } from './lens.ts'
import { plainly } from './letters.ts'

/** A name with capitals, as outlets, programmes and magazines have. */
const NAME =
  "((?:\\p{Lu}|\\d)[\\p{L}\\d+&.'!-]*(?: (?:(?:of|the|and|on|in|for|&) )?(?:\\p{Lu}|\\d)[\\p{L}\\d+&.'!-]*){0,4})"
/** Small words between: "told the British magazine", "con la revista britanica". */
const LEAD =
  '(?:(?:the|el|la|los|der|die|das|dem|den|le|il|lo|o|a|our friends at|magazine|revista|zeitschrift|magazin|magazine|rivista|portal|us-portal|branchenblatt|us-branchenblatt|[Bb]ranchendienst|[Bb]ranchenportal|[Bb]ranchenmagazin|[Ff]achblatt|[Ff]achmagazin|Magazin|Portal|Zeitschrift|Zeitung|Nachrichtenagentur|trade|podcast|site|website|paper|newspaper|outlet|daily|weekly|industry|[Bb]ritish|[Aa]merican|[Ff]rench|[Gg]erman|[Ss]panish|[Ii]talian|UK|US|US-[\\p{L}]+|britanica|estadounidense|espanola|francesa|alemana|italiana|britische[nrs]?|amerikanische[nrs]?|britannica|americana|americain|britannique|francais|italien|italiano|sitio|semanario|quotidiano|hebdomadaire) ){0,4}[\'"]?'

/** A pattern, and a cheaper one without which it cannot match. */
type Form = { hint: RegExp; pattern: RegExp }

function form(hint: RegExp, pattern: string): Form {
  return { hint, pattern: plainly(new RegExp(pattern, 'gu')) }
}

/** Words before the outlet that somebody spoke to, the surest first. */
const GIVEN: Form[] = [
  form(/t[eo]ll|told|informed/, `\\b(?:told|tells|telling|informed|tell) ${LEAD}${NAME}`),
  form(
    /(?:spoke|talked|sat down|caught up|chatted) .{0,12}(?:to|with) /,
    `${NAME} (?:spoke|talked|sat down|caught up|chatted) (?:exclusively |recently )?(?:to|with) `,
  ),
  form(
    /(?:spea|spoke|talk|chat|sat|sit|opened|caught)/,
    `(?:speaking|spoke|speaks|talking|talked|chatting|chatted|sat down|sits down|sitting down|opened up|caught up) (?:exclusively |recently |directly |briefly )?(?:to|with) ${LEAD}${NAME}`,
  ),
  form(
    /interview|conversation|chat|sit-down|q&a|discussion|entrevista/,
    `(?:interview|interviews|conversation|chat|sit-down|q&a|discussion|entrevista) (?:with|for|in|to|con|mit|avec) ${LEAD}${NAME}`,
  ),
  form(
    /appear|guest|speaking|talking|episode|said|edition/,
    `(?:appearance|guest|appeared|appearing|speaking|talking|episode|said|edition) (?:on|of) ${LEAD}${NAME}`,
  ),
  form(
    / (?:with|to) /,
    `(?:shared|explained|revealed|said|confirmed|admitted) (?:with|to) ${LEAD}${NAME}`,
  ),
  form(
    /installment|instalment|edition|episode|issue/,
    `(?:installment|instalment|edition|episode|issue) of (?:his |her |their )?${LEAD}${NAME}`,
  ),
  form(
    / on (?:\S+ )?\S+'s /,
    ` on (?:yesterday|today|last [a-z]+|this [a-z]+|[MTWFS][a-z]+day|[mtwfs][a-z]+day)'s (?:episode of |edition of |installment of )?${LEAD}${NAME}`,
  ),
  form(
    /gegenuber|gesprach|interview/,
    `(?:gegenuber|(?:[Gg]esprach|[Ii]nterview) mit) ${LEAD}${NAME}`,
  ),
  form(
    /sagte|verriet|erklarte|erzahlte|teilte/,
    `(?:sagte|verriet|erklarte|erzahlte|teilte)[^.]{0,40} (?:dem|der|gegenuber) ${LEAD}${NAME}`,
  ),
  form(
    /declar|dicho |dijo |explic[ao]|cont[ao] |contado |confes|revel[oa] |asegur|disse |detto |raccont/,
    `(?:declar|dijo|dicho|explic|cont|confes|revel|asegur|disse|detto|raccont)\\p{L}*(?: [\\p{Ll}-]+){0,6} (?:a|al|a la|en|ao|aos|com|con|para) ${LEAD}${NAME}`,
  ),
  form(
    /entrevista|intervista|entretien|interview|colonnes|micro/,
    `(?:entrevista|intervista|entretien|interview|colonnes|micro\\p{L}*) (?:a|al|ao|con|com|en|avec|accorde a|de|di|du|del) ${LEAD}${NAME}`,
  ),
]

/** Words before the outlet that a report is taken from. */
const TAKEN: Form[] = [
  form(
    /report|ccording|per |ia |ource:|uelle:|uente:|covered by|published|appeared|courtesy|h\/t|laut|segun/,
    `\\b(?:[Aa]s reported by|reported by|first reported by|[Aa]ccording to|[Pp]er|via|Via|[Ss]ource:|[Qq]uelle:|[Ff]uente:|covered by|originally published (?:in|by|on)|first appeared (?:in|on)|courtesy of|h/t|[Ll]aut|[Ss]egun) ${LEAD}${NAME}`,
  ),
  form(
    /(?:revele|rapporte|publie|annonce|confirme|relaye)e?s? par|ad[ao] por|at[oa] da|erichtet|elon |econdo |egundo |'apres/,
    `(?:(?:revele|rapporte|publie|annonce|confirme|relaye)e?s? par|(?:revelada?|publicada?|recogid[ao]|divulgada?) por|(?:riportat[oa]|rivelat[oa]) da|[Ss]elon|[Ss]econdo|[Ss]egundo|[Dd]'apres|[Bb]erichtet(?:e)?) ${LEAD}${NAME}`,
  ),
  form(
    /report|write-up|learned|reveals|broke|bericht|zufolge/,
    `${NAME}(?:'s)? (?:reports|reported|first reported|write-up|has learned|reveals that|broke the news|berichtet|zufolge)`,
  ),
]

/** Where something was first said, and whether the reporter's own outlet was spoken to. */
export type Given = { outlet: string; how: 'told' | 'taken' }

const OWN_HINT = /\b(?:us|me|asked|put|nous|nos|ci|uns|revista|medio)\b/i

/** Said to the reporter: "told us", "when we asked", "nous a confié". */
const OWN =
  /\b(?:(?:told|tells|tell|spoke to|speaking to|speaking with|spoke with|talked to|wrote to|e-?mailed) (?:us|me)|(?:we|I) (?:asked|put (?:it|this|that|all of this|the question))|nous a (?:confie|dit|declare|explique|repondu)|nos (?:dijo|conto|confeso|cuenta|ha contado|disse)|con esta revista|a este medio|ci ha (?:detto|raccontato|confidato)|sagte uns|verriet uns|uns gegenuber|im gesprach mit uns)\b/iu

/**
 * The outlet or programme that a stretch of plain text says was spoken to, else the one that it
 * was taken from; null where neither is told. `own` is the article's outlet, for "told us".
 */
export function givenIn(lens: Lens, plain: string, own: string): Given | null {
  if (OWN_HINT.test(plain) && OWN.test(plain)) return { outlet: own, how: 'told' }
  if (!CAPITAL_WITHIN.test(plain)) return knownOutletIn(lens, plain)
  const known = knownOutletIn(lens, plain)
  if (known?.how === 'told') return known
  const told = firstOutlet(lens, GIVEN, plain)
  if (told) return { outlet: told, how: 'told' }
  if (known) return known
  const taken = firstOutlet(lens, TAKEN, plain)
  return taken ? { outlet: taken, how: 'taken' } : null
}

/** Any form's hint, so that most sentences are left after one look. */
const HINTS = new Map(
  [GIVEN, TAKEN].map((forms) => [
    forms,
    new RegExp(forms.map(({ hint }) => hint.source).join('|')),
  ]),
)

const CAPITAL_WITHIN = plainly(/\p{L} [^\p{L}]{0,2}[\p{Lu}\d]/u)

function firstOutlet(lens: Lens, forms: Form[], plain: string): string | null {
  const inSentence = plain.charAt(0).toLowerCase() + plain.slice(1)
  if (!HINTS.get(forms)?.test(inSentence)) return null
  const named = forms
    .filter(({ hint }) => hint.test(inSentence))
    .flatMap(({ pattern }) => {
      const asPrinted = groupsOf(pattern, plain)
      return asPrinted.length > 0 ? asPrinted : groupsOf(pattern, inSentence)
    })
    .flatMap((match) => outletOf(lens, match[1] ?? '') ?? [])
  return (
    named.find((name) => lens.outlets.some((outlet) => outlet.name === name)) ?? named[0] ?? null
  )
}

/** No outlet: people, the studio, days, the film itself, an audience. */
const NO_OUTLET =
  /^(?:british|american|french|german|spanish|italian|i|he|she|they|we|it|the|a|an|his|her|their|fans?|reporters|wall street|hollywood|congress|cannes|las vegas|los angeles|new york|instagram|twitter|x|facebook|youtube|reddit|tiktok|investors|shareholders|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|\d+)$/i

/** Nouns for an outlet that stand before its name, or for one named before. */
const GENERIC =
  /^(?:(?:fach|branchen|us-|film|kino|musik)*(?:agency|agentur|agencia|blatt|blog|dienst|magazin|magazine|medium|mensile|outlet|podcast|portal|quotidiano|revista|rivista|seite|sender|site|site|trade|website|zeitschrift|zeitung)(?: |$))+/iu

function outletOf(lens: Lens, printed: string): string | null {
  const whole = printed.replace(/'s$/, '').replace(/[.,'-]+$/, '')
  const name = whole.replace(GENERIC, '')
  const known = lens.outlets.find(
    ({ plain }) => isSameOutlet(bare(name), bare(plain)) || isShort(name, plain),
  )
  if (known) return known.name
  const [byLast, ...others] = lens.outlets.filter(({ plain }) => isLastWord(name, plain))
  if (byLast && others.length === 0) return byLast.name
  if (NO_OUTLET.test(name) || (lens.people && name.search(lens.people) === 0)) return null
  if (lens.studios && name.search(lens.studios) === 0) return null
  if (
    name.toLowerCase().search(lens.awaited) >= 0 ||
    (lens.first && name.toLowerCase().search(lens.first) >= 0)
  )
    return null
  return /^\p{Lu}/u.test(name) && name.length > 2 ? name : null
}

const LONG_ENOUGH = 5 // letters: "film" begins many names

function isSameOutlet(name: string, known: string): boolean {
  return name === known || (known.length >= LONG_ENOUGH && name.startsWith(known))
}

/** "the Courier" for The Harbour Courier, where no other outlet ends so. */
function isLastWord(name: string, outlet: string): boolean {
  return name.length >= LONG_ENOUGH && outlet.endsWith(` ${name}`)
}

function bare(name: string): string {
  return name.toLowerCase().replace(/^the /, '').replace(MARKS, '')
}

const MARKS = plainly(/[^\p{L}\p{N}]+/gu)

/** "RP" for Reel Post: the capitals of a known outlet. */
function isShort(name: string, outlet: string): boolean {
  return name.length >= 2 && /^\p{Lu}+$/u.test(name) && name === outlet.replace(/[^\p{Lu}]/gu, '')
}
