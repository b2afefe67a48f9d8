import { matches } from './found.ts'
import { CAPITAL, kindAt, plainly } from './letters.ts'

/** Small words that a title may leave without a capital. */
const SMALL =
  /^(?:a|an|and|as|at|by|for|from|in|is|of|on|or|the|to|vs|with|de|del|der|des|die|das|du|e|el|en|et|il|la|le|les|los|und|y)$/u

/** Words of somebody speaking, which headlines print with capitals. Example: ‘We’d Love To Go’. */
const SAID =
  /(?<![\p{L}])(?:I|We|You|My|Our|It['’]s|That['’]s|Don['’]t|Can['’]t|Won['’]t|I['’]\p{L}+|We['’]\p{L}+|You['’]\p{L}+)(?![\p{L}])/u

const MOST_WORDS = 9

/**
 * Whether marked words are the title of a work, a name or a label, not something said: few, and
 * capitals on all but small words. “Yes,” she said is for the caller to tell apart.
 */
export function isTitle(words: string): boolean {
  const line = words.trim()
  if (hasMoreWords(line, MOST_WORDS)) return false
  const parts = line.replace(/[,.!?]$/, '').split(/\s+/)
  if (parts[0] === '' || SAID.test(words)) return false
  return parts.every(
    (part, i) =>
      /^[\p{P}\p{S}]*[\p{Lu}\p{N}]/u.test(part) ||
      (i > 0 && SMALL.test(part.replace(/[^\p{L}]/gu, ''))) ||
      /^[&–—-]$/.test(part),
  )
}

/** Whether a text without white space around it has more words than so many: told by its first ones. */
export function hasMoreWords(text: string, count: number): boolean {
  let words = text === '' ? 0 : 1
  for (let at = 1; at < text.length && words <= count; at++)
    if (isSpace(text, at - 1) && !isSpace(text, at)) words++
  return words > count
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x20 || ((code < 0x20 || code > 0x7f) && SPACE.test(text.charAt(at)))
}

const SPACE = /\s/

const LONG_WORD = plainly(/(?<![\p{L}\p{N}'’-])\p{L}[\p{L}'’-]{3,}/gu)
const FEW = 3 // words that tell nothing yet

/** Whether a line is printed with capitals throughout, as headlines are: they name nothing there. */
export function isTitleCase(line: string): boolean {
  const long = matches(LONG_WORD, line)
  const capital = long.filter(({ start }) => kindAt(line, start) & CAPITAL)
  return long.length >= FEW && capital.length / long.length > 0.75
}
