import { byKey, foldedWords, keyOf, type LongHash, longHash } from './fold.ts'
import type { Passage } from './passage.ts'
import type { Attributed } from './quote-context.ts'
import type { Span } from './sentences.ts'
import { isTitle } from './titles.ts'
import { plainOf, tokensOf } from './tokens.ts'
import type { Voice } from './voices.ts'

/** Words between quotation marks with their speaker. */
export type Quotation = {
  /** As printed, without the marks and a trailing comma. */
  words: string
  span: Span
  speaker: Voice
  /** Folded words, shorthand opened: equal for the same quotation in another outlet's hand. */
  key: string
  /** Keys to look the same quotation up by in other transcripts; few, none for a short one. */
  lookupKeys: string[]
}

/** A quotation of an article read before, as look-ups return it: its first appearance. */
export type KnownQuotation = {
  key: string
  speaker: Voice
  /** The article that carried it first, and that article's moment (ISO 8601 UTC). */
  articleId: string
  moment: string
  /** Day (or month, seven letters) on which it was said, as far as known. */
  saidOn: string | null
  givenTo: string | null
  storyId: string
}

/** Words in a run that is looked up. */
const RUN = 3
/** Of so many neighbouring runs one is kept, so that a shared run of 6 words shares a key. */
const WINDOW = 4
const KEYS_PER_QUOTATION = 12

/** The quotations of a passage that have a speaker; titles and labels in marks are none. */
export function quotationsOf(passage: Passage): Quotation[] {
  return passage.quotes.flatMap((quote, i, all) => {
    const { speaker, paragraph, start, end } = quote
    const text = passage.paragraphs[paragraph] ?? ''
    const words = text
      .slice(start, end)
      .trim()
      .replace(/[,，]$/, '')
    if (!speaker || !isSaid(text, words, quote, all[i - 1])) return []
    const key = quoteKey(words)
    return [{ words, span: { paragraph, start, end }, speaker, key, lookupKeys: keysOf(key) }]
  })
}

/** “Tomorrow,” she said, or a sentence of its own: capitals throughout, and yet no title. */
function isSaid(
  text: string,
  words: string,
  { stated, start, end, paragraph, speaker }: Attributed,
  last: Attributed | undefined,
): boolean {
  if (!/\p{L}/u.test(words)) return false
  if (!isTitle(words)) return true
  const isEnded = /[.!?]$/.test(words)
  const isAll = start <= 1 && end >= text.length - 1 && isEnded
  const isFirst = /(?:^|[.!?…:]["”’»“]? )$/u.test(text.slice(0, Math.max(0, start - 1)))
  const isBroken = text.slice(start, end).endsWith(',') || /^.?(?:,| ?[—–])/u.test(text.slice(end))
  const isOn = last?.paragraph === paragraph && last.stated && last.speaker === speaker
  const isClause = isFirst && ((isOn && isEnded) || (stated && isBroken))
  return (isAll || isClause || (stated && isEnded)) && !/\d/.test(words)
}

/** Folds a quotation: brackets, case and marks go, contractions are opened. */
export function quoteKey(words: string): string {
  const open = words.replace(/\[(?:\.\.\.|…)\]/g, ' ').replace(/\(laughs?\)/gi, ' ')
  return foldedWords(
    tokensOf(plainOf(open))
      .map(({ word }) => word)
      .join(' '),
  ).join(' ')
}

/** Winnowing (Schleimer et al. 2003): the smallest hash of each window of runs; smallest first. */
function keysOf(key: string): string[] {
  const runs = runsOf(key).map(longHash)
  if (runs.length <= KEYS_PER_QUOTATION) return [...new Set(runs.map(keyOf))].toSorted()
  const kept = new Set<string>()
  let last: LongHash | undefined
  for (let i = 0; i <= runs.length - WINDOW; i++) {
    const smallest = runs.slice(i, i + WINDOW).reduce((a, b) => (byKey(b, a) < 0 ? b : a))
    if (smallest !== last) kept.add(keyOf(smallest))
    last = smallest
  }
  return [...kept].slice(0, KEYS_PER_QUOTATION).toSorted()
}

/** The runs of words of a folded text. */
function runsOf(key: string): string[] {
  const starts = [0]
  for (let space = key.indexOf(' '); space >= 0; space = key.indexOf(' ', space + 1))
    starts.push(space + 1)
  const ends = [...starts.slice(1).map((start) => start - 1), key.length]
  return ends.slice(RUN - 1).map((end, i) => key.slice(starts[i], end))
}

/** Least share of the shorter one's pairs of words that both must have. */
const SAME = 0.55
/** Fewer words than this are a phrase, which only equals itself. */
const PHRASE = 4

/**
 * How much two folded quotations are the same, 0 to 1: the share of the shorter one's neighbouring
 * pairs of words, and of its words, that the other has in order. Below `SAME` it is 0.
 */
export function sameness(one: string, other: string): number {
  if (one === other) return 1
  const [short, long] = [one.split(' '), other.split(' ')].sort((a, b) => a.length - b.length)
  if (!short || !long || short.length < PHRASE) return 0
  const words = commonInOrder(short.map(stem), long.map(stem)) / short.length
  const share = (words + pairShare(short.map(stem), long.map(stem))) / 2
  return share >= SAME ? share : 0
}

/** Tense and number aside: "talked" is "talk". */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word
}

function pairShare(short: string[], long: string[]): number {
  const pairs = new Set(long.slice(1).map((word, i) => `${long[i]} ${word}`))
  const own = short.slice(1).map((word, i) => `${short[i]} ${word}`)
  return own.filter((pair) => pairs.has(pair)).length / Math.max(1, own.length)
}

/** Length of the longest common subsequence. */
function commonInOrder(short: string[], long: string[]): number {
  let row = new Array<number>(long.length + 1).fill(0)
  for (const word of short) {
    const next = [0]
    for (const [j, other] of long.entries())
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
