import type { Token } from './tokens.ts'

/**
 * A pattern over words. Parts are parted by a space: `a|b` either, `a?` may be missing, `a*` begins
 * so, `..` up to four words of the same clause. Example: `working|work on .. sequel|follow-up`.
 */
export type Phrase = string

type Part = {
  test: (word: string) => boolean
  optional: boolean
  gap: boolean
  /** All words that pass; null where a prefix does, or none is needed. */
  only: ReadonlySet<string> | null
}

/** Rows under the words that they may begin with, so that a text is walked once. */
export type PhraseBook<Row> = {
  byWord: Map<string, Entry<Row>[]>
  /** Under the first letters of the prefix. */
  byPrefix: Map<string, Entry<Row>[]>
  /** What a word was found to begin: most words of a text come again. */
  known: Map<string, Begun<Row>>
}
type Entry<Row> = { row: Row; first: string; parts: Part[] }

/** What a word begins, by the word after it: three phrases in four ask for a certain one there. */
type Begun<Row> = { before: ReadonlyMap<string, Entry<Row>[]>; beforeAny: Entry<Row>[] }

/** What matched: words `from` to `to` (exclusive) of the tokens. */
export type PhraseMatch<Row> = { row: Row; from: number; to: number }

/**
 * Prepares rows by their phrases. Throws on a phrase that begins with a gap or
 * may be empty, and where a first word is a prefix of one letter.
 */
export function phraseBook<Row>(
  rows: readonly Row[],
  phrasesOf: (row: Row) => Phrase[],
): PhraseBook<Row> {
  const book: PhraseBook<Row> = { byWord: new Map(), byPrefix: new Map(), known: new Map() }
  for (const row of rows)
    for (const phrase of phrasesOf(row)) {
      const [head = '', ...rest] = phrase.split(' ')
      if (head === '' || head.startsWith('..') || head.endsWith('?') || SHORT.test(head))
        throw new Error(`a phrase must begin with a word: ${phrase}`)
      for (const first of head.split('|')) {
        const entry = { row, first: first.replace('*', ''), parts: rest.map(partOf) }
        if (first.endsWith('*')) add(book.byPrefix, letters(entry.first), entry)
        else add(book.byWord, first, entry)
      }
    }
  return book
}

function add<Row>(entries: Map<string, Entry<Row>[]>, key: string, entry: Entry<Row>): void {
  entries.set(key, [...(entries.get(key) ?? []), entry])
}

/** A prefix that is too short to be kept by its first letters. */
const SHORT = /(?:^|\|)\p{L}?\*/u

const LETTERS = 2 // that prefixes are kept by

function letters(word: string): string {
  return word.slice(0, LETTERS)
}

function partOf(text: string): Part {
  if (text === '..') return { test: () => false, optional: true, gap: true, only: null }
  const optional = text.endsWith('?')
  const words = (optional ? text.slice(0, -1) : text).split('|')
  const exact = new Set(words.filter((word) => !word.endsWith('*')))
  const prefixes = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  const initials = words.reduce((bits, word) => bits | initialOf(word), 0)
  const test = (word: string) =>
    (initials & initialOf(word)) !== 0 &&
    (exact.has(word) || prefixes.some((prefix) => word.startsWith(prefix)))
  return { test, optional, gap: false, only: optional || prefixes.length > 0 ? null : exact }
}

/** A bit for the first letter of a word, by which most others are told apart at once. */
function initialOf(word: string): number {
  return 1 << word.charCodeAt(0)
}

/** Every match in the tokens, the longest of each row at each word, in order. */
export function matchesOf<Row>(book: PhraseBook<Row>, tokens: Token[]): PhraseMatch<Row>[] {
  const found: PhraseMatch<Row>[] = []
  for (const [from, token] of tokens.entries()) {
    const { before, beforeAny } = begunBy(book, token.word)
    for (const { row, parts } of before.get(tokens[from + 1]?.word ?? '') ?? beforeAny) {
      const to = endOf(parts, 0, tokens, from + 1, token.clause)
      if (to !== null) found.push({ row, from, to })
    }
  }
  return found
}

const MOST_KNOWN = 5000 // words

function begunBy<Row>(book: PhraseBook<Row>, word: string): Begun<Row> {
  const known = book.known.get(word)
  if (known) return known
  const byPrefix = book.byPrefix.get(letters(word)) ?? []
  const begun = bySecond([
    ...(book.byWord.get(word) ?? []),
    ...byPrefix.filter(({ first }) => word.startsWith(first)),
  ])
  if (book.known.size < MOST_KNOWN) book.known.set(word, begun)
  return begun
}

function bySecond<Row>(entries: Entry<Row>[]): Begun<Row> {
  const seconds = new Set(entries.flatMap(({ parts: [next] }) => [...(next?.only ?? [])]))
  const beside = (word: string) =>
    entries.filter(({ parts: [next] }) => next?.only?.has(word) ?? true)
  return {
    before: new Map([...seconds].map((word) => [word, beside(word)])),
    beforeAny: entries.filter(({ parts: [next] }) => !next?.only),
  }
}

const GAP = 4 // words

function endOf(
  parts: Part[],
  i: number,
  tokens: Token[],
  at: number,
  clause: number,
): number | null {
  const part = parts[i]
  if (!part) return at
  if (!part.optional) {
    const word = tokens[at]?.word
    return word !== undefined && part.test(word)
      ? endOf(parts, i + 1, tokens, at + 1, clause)
      : null
  }
  if (part.gap) {
    for (let skip = 0; skip <= GAP; skip++) {
      if (skip > 0 && tokens[at + skip - 1]?.clause !== clause) return null
      const end = endOf(parts, i + 1, tokens, at + skip, clause)
      if (end !== null) return end
    }
    return null
  }
  const token = tokens[at]
  if (token && part.test(token.word)) {
    const end = endOf(parts, i + 1, tokens, at + 1, clause)
    if (end !== null) return end
  }
  return endOf(parts, i + 1, tokens, at, clause)
}
