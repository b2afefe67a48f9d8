import type { Mention } from './mentions.ts'
import { isRoleNoun } from './roles.ts'

/** Words after a quotation that begin something else than who said it. */
const NO_VERB = new Set(
  `a about after although an and another are as at be because been before being but by can could
  did do does during for from had has have how if in including into is it its just like may might
  more most no nor not of on one or out over rather says so than that the their then there these
  they this though through to under until up was were what when where which while who whom whose
  why will with without would yet
  als am an auch auf aus bei da dass der die das ein eine im in ist mit nach nicht oder seit sowie
  und von vor war was wenn wie wird zu zum
  a al avec car ce cette dans de des du elle en est et il la le les mais ou par pour quand que qui
  sans se selon ses son sur un une
  ante como con cuando del desde donde e el en entre era es fue hay lo los mas muy ni o pero por
  que sin sobre su sus tras una y ya
  alla anche che ci con cui dal della di ed era gli ha ho i il ma nel nella non per piu si sono tra
  ao com da do dos em foi mas na nas no nos ou para por quando se sem uma`.split(/\s+/),
)

/** Whether a plain, lower-case word is one that joins or leads others: no verb of saying. */
export function isSmall(word: string): boolean {
  return NO_VERB.has(word)
}

/** Words that may stand before a noun that names somebody. */
const BEFORE_NOUN =
  /^(?:(?:the|an?|one|another|el|la|le|l'|il|lo|der|die|das|o|a|its|his|her|their|film|veteran|studio|former|[\p{L}-]+-(?:year-old|born|winning)) )*$/u

/** What a perfect tense begins with. Example: "», a posté Ana Ruiz", "”, ha scritto la regista". */
const AUXILIARY =
  /^[\s,–—-]*(?:(?:s'|se |si )?(?:a|avait|e|est|fa|fait|faz|fez|ha|hace|hat|hatte|has|had|have|hizo) |s'|se |si )(?=\p{L}{4,})/u

/**
 * Who stands right beside a quotation with any verb: "…,” muses Ana Ruiz", "…,” Ana Ruiz, 57,
 * says with a grin". For a stretch of plain text that follows a quotation and begins at `start`.
 */
export function openSubject(
  stretch: string,
  start: number,
  mentions: Mention[],
): Mention | undefined {
  const first = mentions.find(({ aside, guessed }) => !aside && !guessed)
  if (!first) return undefined
  const lead = stretch.slice(0, first.start - start).toLowerCase()
  const isOpening = /^[\s,–—-]*$/u.test(lead) || BEFORE_NOUN.test(lead.replace(/^[\s,–—-]+/u, ''))
  const tail = stretch.slice(first.end - start)
  if (isOpening) return isFollowedByVerb(tail) ? first : undefined
  const words = lead.replace(AUXILIARY, '').match(/[\p{L}'-]+/gu) ?? []
  const [verb = '', ...after] = words
  const rest = after.filter((word) => !/^(?:sich|se|si)$/.test(word))
  const isClosed = first.kind === 'named' && rest.length === 1 && /^ *[.,;]|^$/.test(tail)
  const isVerb = verb.length > 2 && !NO_VERB.has(verb) && /^[\s,–—-]*\p{L}/u.test(lead)
  const gap = rest
    .filter((word) => !isRoleNoun(word))
    .map((word) => `${word} `)
    .join('')
  return isVerb && (isClosed || BEFORE_NOUN.test(gap) || /^\p{L}+ly $/u.test(gap))
    ? first
    : undefined
}

/** "Ruiz, 57, muses", "the director deadpans": a word that may be a verb, whatever it is. */
function isFollowedByVerb(tail: string): boolean {
  const word = /^(?:,[^,.“”"]{1,60},)? (?:\p{Ll}+ly |then |also |later )?(\p{Ll}{3,})/u.exec(
    tail,
  )?.[1]
  return word !== undefined && !NO_VERB.has(word) && /(?:s|ed|t|id|ote|oke|d|ew|ang)$/.test(word)
}
