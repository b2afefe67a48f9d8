import { plainly } from './letters.ts'
import { isSmall } from './open-verbs.ts'
import { SAY_WORDS } from './say-verbs.ts'
import { plainOf } from './tokens.ts'

const DASH = /(?:^|\s)[—–]\s?(?=\S)|(?<=\S)[—–](?=[\s.,])/gu

/** A verb in a third person that ends a clause or has its subject behind it. */
const TELLS = plainly(
  /^(?:\p{L}{2,}(?:o|ou|iu|eu|aba|ava|ia|a|e)|diz|fez)(?: (?:(?:el|la|o|a|su|seu|sua) )?\p{L}|\s*(?:[,.;:—–]|$))/u,
)

/**
 * What is spoken in a paragraph of dialogue as Spanish and Portuguese print it, with dashes instead
 * of marks: "—Hablamos de ello —dijo Ana Ruiz—. A menudo." Null for any other paragraph: one that
 * begins with no dash, or has no verb of saying behind the second.
 */
export function dialogueIn(text: string): { start: number; end: number }[] | null {
  if (!/^[—–]/.test(text)) return null
  const dashes = [...text.matchAll(DASH)]
  const pieces = dashes.map((dash, i) => ({
    start:
      dash.index +
      dash[0].length +
      (/^[\s.,;:]*/.exec(text.slice(dash.index + dash[0].length))?.[0].length ?? 0),
    end: dashes[i + 1]?.index ?? text.length,
  }))
  const [, told] = pieces
  const clause = plainOf(text.slice(told?.start ?? text.length))
  const verb = /^\p{Ll}+/u.exec(clause)?.[0]
  if (!verb || !(SAY_WORDS.has(verb) || (!isSmall(verb) && TELLS.test(clause)))) return null
  return pieces.filter(({ start, end }, i) => i % 2 === 0 && /\p{L}/u.test(text.slice(start, end)))
}
