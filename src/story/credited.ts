import { resolve } from './antecedents.ts'
import { plainly } from './letters.ts'
import type { Mention } from './mentions.ts'
import { between, type Context } from './quote-context.ts'
import type { Quoted } from './quote-marks.ts'
import { isRoleNoun } from './roles.ts'
import type { Voice } from './voices.ts'

/**
 * What leads the name in a sentence right after a quotation that only says whose words they were,
 * accents off, lower case. Example: "That from ", "Those are the words of ", "Lo dijo ".
 */
const CREDITING = [
  "(?:that|this|those|these|it|such)(?:'s)?(?: \\p{L}+){0,4} (?:from|by|of|per)",
  'the (?:speaker|voice|author|words?|line)(?: \\p{L}+){0,3} (?:is|are|was|were|belongs? to|came from|comes from)',
  '(?:das|dies|so|diese worte|die worte|der satz)(?: \\p{L}+){0,3} (?:von|sagte|sagt|schrieb)',
  '(?:lo (?:dijo|dice|ha dicho|afirmo|escribio|asegura)|(?:es |son )?palabras? de|quien (?:habla|lo dice) es)',
  '(?:lo (?:ha detto|dice|disse|afferma|ha scritto)|parol[ae] di|a (?:dirlo|parlare) e)',
  "(?:parole de|(?:ces|les) mots sont (?:de|ceux de)|c'est signe)",
  '(?:palavras? de|sao palavras de|quem (?:diz|fala) e|a frase e de)',
  '(?:signed|gezeichnet|firmado|firmato|signe|assinado):?',
]
const CREDIT = plainly(
  new RegExp(
    `^\\s*(?:${CREDITING.join('|')}) (?:the |der |die |el |la |il |le |o |a )?(?:[\\p{L}-]+ ){0,3}$`,
    'u',
  ),
)

/** Before a name that opens such a sentence: what somebody is. */
const TITLED = plainly(/^[\s—–-]*(?:(?:the|der|die|el|la|il|le|o|a) )?((?:\p{L}[\p{Ll}-]+ )*)$/u)

const PLACE =
  '(?:ai|al|alla|am|at|au|aux|auf|bei|dans|em|en|for|from|gegenuber|im|in|na|nel|nella|on|para|su|sur|to|via|zu)'
/** A place or a day right after the name, and no verb: "Ana Ruiz to Reel Post, in 2016". */
const PLACED = plainly(
  new RegExp(
    `^(?: (?:again|then|later|wieder|otra vez|encore|ancora),?)? ${PLACE} (?![^,.;]*(?<!\\p{L})(?:are|had|has|hat|is|ist|said|says|was|war|will|would)(?!\\p{L}))[^.;]*$`,
    'u',
  ),
)
/** A part between commas that is a place, a day or an office. Example: "Hall B", "that October". */
const NOTED = plainly(new RegExp(`^(?:(?:${PLACE}|last|that|this|the) )*[\\p{Lu}\\d][^,]*$`, 'u'))

/** “It is a matter of when.” Ana Ruiz, Hall B, July 2015. “…” Those are the words of Ana Ruiz. */
export function credited(context: Context, mark: Quoted): Voice | null {
  const { lens, memory, mentions, plain, sentences } = context
  const own = sentences.find(
    ({ paragraph, start }) => paragraph === mark.paragraph && start > mark.end,
  )
  if (!own || /[^.\s]/.test(plain.slice(mark.end + 1, own.start))) return null
  const near = between(mentions, own.start, own.end)
  const tail = (one: Mention) => plain.slice(one.end, own.end).replace(/[.!]+$/, '')
  const lead = (one: Mention) => plain.slice(own.start, one.start).toLowerCase()
  const person =
    near.find((one) => !one.guessed && CREDIT.test(lead(one))) ??
    near.slice(0, 1).find((one) => isTitled(lead(one)) && isFragment(tail(one)))
  return person && person.kind !== 'pronoun' ? resolve(lens, memory, person, near) : null
}

function isTitled(lead: string): boolean {
  const words = TITLED.exec(lead)?.[1]?.trim()
  return words === '' || (words?.split(' ').some(isRoleNoun) ?? false)
}

/** Whether what follows a name tells only where and when: no verb of its own. */
function isFragment(tail: string): boolean {
  if (PLACED.test(tail)) return true
  const [first, ...parts] = tail.split(/, /)
  return first === '' && parts.length > 0 && parts.every(isNoted)
}

function isNoted(part: string): boolean {
  return NOTED.test(part) || part.split(' ').some(isRoleNoun)
}
