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
const CONTRACTED: [RegExp, string, string][] = [
  [/^can't$/, 'can', 'not'],
  [/^won't$/, 'will', 'not'],
  [/^shan't$/, 'shall', 'not'],
  [/n't$/, '', 'not'],
  [/'re$/, '', 'are'],
  [/'ve$/, '', 'have'],
  [/'ll$/, '', 'will'],
  [/'d$/, '', 'would'],
  [/'m$/, '', 'am'],
]

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

const WORD = /[\p{L}\p{N}+#]+(?:['’][\p{L}]+)*(?:-[\p{L}\p{N}]+)*/gu
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
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const at = start + match.index
    const isJoined = at === last + 1 && text.charAt(last) === ' '
    if (!isJoined && CLAUSE_MARK.test(text.slice(last, at)) && !isYear(text, last, at, match[0]))
      clause++
    last = at + match[0].length
    const capital = isCapital(match[0])
    for (const word of wordsOf(match[0].toLowerCase(), text, last)) {
      if (JOINING.has(word)) clause++
      tokens.push({ word, start: at, end: last, clause, capital })
    }
  }
  return tokens
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

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(word)
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
  for (const [ending, stem, tail] of CONTRACTED)
    if (ending.test(word)) return [stem || word.replace(ending, ''), tail]
  const [head = word, rest = ''] = word.split("'")
  if (ELIDED.test(head)) return [head, rest]
  if (rest === 's') return IS.has(head) ? [head, 'is'] : [head]
  return [word.replaceAll("'", '')]
}
