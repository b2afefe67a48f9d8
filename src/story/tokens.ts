import { CAPITAL, DIGIT, kindAt, LETTER, runEnd } from './letters.ts'

/** A word of a sentence, lower case, without accents; contractions are opened. */
export type Token = {
  word: string
  /** Characters of the paragraph that it stands in. */
  start: number
  end: number
  /** Which clause of the sentence; marks and joining words part clauses. */
  clause: number
  /** Whether it is printed with a capital. */
  capital: boolean
}

/** Endings of contractions. Example: "hasn't" is "has not", "we'd" is "we would". */
const CONTRACTED = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'m", 'am'],
] as const

/** What is left of these without the ending is no word. */
const STEMS = new Map([
  ["can't", 'can'],
  ["won't", 'will'],
  ["shan't", 'shall'],
])

/** Words whose 's is "is" or "has"; any other 's is possessive and dropped. */
const IS = new Set(
  'it he she that there what who here nobody everybody somebody anybody where how how when one no-one'.split(
    ' ',
  ),
)

/** Words that begin a clause of their own. */
const JOINING = new Set(
  `but while whereas although though because and pero aunque porque mientras aber während obwohl weil
  und mais bien alors ma mentre anche mas embora porque y e`.split(/\s+/),
)

/** Short words that French and Italian join to the next: j'adorerais, l'attore. */
const ELIDED = /^(?:[cdjlmnst]|qu|dell|nell|all|un)$/

const CLAUSE_MARK = /[,;:()[\]—–!?.…]|\s-\s/

/** The text with accents off and apostrophes straight, character for character. */
export function plainOf(text: string): string {
  return text.replace(NOT_PLAIN, (character) => PLAIN.get(character) ?? plainCharacter(character))
}

const NOT_PLAIN = /[`\u0080-\u{10ffff}]/gu

const PLAIN = new Map([
  ['’', "'"],
  ['ʼ', "'"],
  ['`', "'"],
])

function plainCharacter(character: string): string {
  const base = character.normalize('NFD').charAt(0)
  const plain = character.length === 1 ? base : character
  PLAIN.set(character, plain)
  return plain
}

/** The words of `text` from `start` to `end`; `text` has been through `plainOf`. */
export function tokensOf(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  let clause = 0
  let last = start
  for (let at = start; at < end; at++) {
    if (!isOfWord(text, at)) continue
    const isJoined = at === last + 1 && text.charAt(last) === ' '
    const isParted = !isJoined && CLAUSE_MARK.test(text.slice(last, at))
    const from = last
    last = Math.min(end, wordEnd(text, at))
    const printed = text.slice(at, last)
    if (isParted && !isYear(text, from, at, printed)) clause++
    const capital = (kindAt(text, at) & CAPITAL) !== 0
    for (const word of wordsOf(printed.toLowerCase(), text, last)) {
      if (JOINING.has(word)) clause++
      tokens.push({ word, start: at, end: last, clause, capital })
    }
    at = last
  }
  return tokens
}

/** Letters, digits, + and #; then what apostrophes join; then what hyphens do. */
function wordEnd(text: string, start: number): number {
  let end = start
  while (isOfWord(text, end)) end++
  while (isApostrophe(text.charAt(end)) && (kindAt(text, end + 1) & LETTER) !== 0)
    end = runEnd(text, end + 1, LETTER)
  while (text.charAt(end) === '-' && (kindAt(text, end + 1) & (LETTER | DIGIT)) !== 0)
    end = runEnd(text, end + 1, LETTER | DIGIT)
  return end
}

function isOfWord(text: string, at: number): boolean {
  if ((kindAt(text, at) & (LETTER | DIGIT)) !== 0) return true
  const mark = text.charAt(at)
  return mark === '+' || mark === '#'
}

function isApostrophe(mark: string): boolean {
  return mark === "'" || mark === '’'
}

/** Months as the trade cuts them, before a full stop or a number. Example: "Nov. 7". */
const MONTHS = new Map(
  Object.entries({
    jan: 'january',
    feb: 'february',
    mar: 'march',
    apr: 'april',
    jun: 'june',
    jul: 'july',
    aug: 'august',
    sep: 'september',
    sept: 'september',
    oct: 'october',
    nov: 'november',
    dec: 'december',
  }),
)

function wordsOf(word: string, text: string, end: number): string[] {
  const month = MONTHS.get(word)
  const isMonth = month && /^\.? ?\d|^\.(?:[ ,]|$)/.test(text.slice(end, end + 3))
  return isMonth ? [month] : openContraction(word)
}

/** The comma of "July 14, 2024" parts no clauses. */
function isYear(text: string, last: number, at: number, word: string): boolean {
  return (
    text.slice(last, at) === ', ' &&
    /^(?:19|20)\d\d$/.test(word) &&
    /\d/.test(text.charAt(last - 1))
  )
}

function openContraction(word: string): string[] {
  if (!word.includes("'")) return word === 'cannot' ? ['can', 'not'] : [word]
  for (const [ending, tail] of CONTRACTED)
    if (word.endsWith(ending)) return [STEMS.get(word) ?? word.slice(0, -ending.length), tail]
  const [head = word, rest = ''] = word.split("'")
  if (ELIDED.test(head)) return [head, rest]
  if (rest === 's') return IS.has(head) ? [head, 'is'] : [head]
  return [word.replaceAll("'", '')]
}
