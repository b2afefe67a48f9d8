import { foldedWords, hash32, hashKey } from './fold.ts'
import { coverOf, packWords, runsIn } from './word-runs.ts'

/** What of an article's text is kept to find copies of it. */
export type Fingerprint = {
  /** Equal for texts with the same words in the same order. */
  textKey: string
  /** Keys to look near copies up by: the more are shared, the likelier a copy. At most 16. */
  lookupKeys: string[]
  /** The compared words in their order, at most 1,200, as `packWords` writes them. */
  words: string
}

/** An article read before, as look-ups by text return it. */
export type KnownArticle = {
  id: string
  url: string
  moment: string
  storyId: string
  duplicateOf: string | null
  fingerprint: Pick<Fingerprint, 'textKey' | 'words'>
}

const LOOKUPS = 16
const COMPARED = 1200 // words
/** Prose of fewer words is too little to compare; then quotations count as well. */
const LEAST_WORDS = 40
/**
 * Least share of the shorter text's words that stand in a run which the other has, for it to be a
 * copy. With one word in five changed 72 % of the words still do.
 */
const COPIED = 0.55
/** Short texts share a phrase or two by chance: below so many words more is asked. */
const SHORT: [number, number][] = [
  [60, 0.8],
  [120, 0.6],
]

/** A form that is filled in each week shares most words with the last week's, but few figures. */
const MANY_FIGURES = 8
const SAME_FIGURES = 0.4

/**
 * The fingerprint of an article's paragraphs. Words in quotation marks are left out: two reports
 * of one interview share those without being copies.
 */
export function fingerprintOf(
  paragraphs: string[],
  quotes: { paragraph: number; start: number; end: number }[],
): Fingerprint {
  const long = quotes.filter(({ start, end }) => end - start > LONG_QUOTE)
  const pieces = paragraphs.flatMap((text, i) =>
    piecesOf(
      text,
      long.filter(({ paragraph }) => paragraph === i),
    ),
  )
  const all = pieces.flatMap(({ words }) => words)
  const prose = pieces.flatMap(({ words, isQuoted }) => (isQuoted ? [] : words))
  const words = prose.length >= LEAST_WORDS ? prose : all
  const hashes = words.map(hash32)
  return {
    textKey: hashKey(all.join(' ')),
    lookupKeys: lookupKeysOf(hashes),
    words: packWords(words.slice(0, COMPARED), hashes),
  }
}

const LONG_QUOTE = 40 // characters

type Piece = { words: string[]; isQuoted: boolean }

/** A paragraph's words, those in quotation marks apart. */
function piecesOf(text: string, quotes: { start: number; end: number }[]): Piece[] {
  const ends = quotes.map(({ end }) => end)
  const inside = quotes.map(({ start, end }) => text.slice(start, end))
  const around = [0, ...ends].map((from, i) => text.slice(from, quotes[i]?.start))
  return around.flatMap((prose, i) => [
    { words: foldedWords(prose), isQuoted: false },
    { words: foldedWords(inside[i] ?? ''), isQuoted: true },
  ])
}

/** The smallest hashes of its runs (Broder 1997): copies share about as many as they share runs. */
function lookupKeysOf(words: number[]): string[] {
  return smallest(runsIn(words), LOOKUPS).map((hash) => hash.toString(36))
}

/** So many of the numbers, the smallest first, each once. */
function smallest(numbers: Uint32Array, count: number): number[] {
  const kept: number[] = []
  let least = Number.POSITIVE_INFINITY // that is too large to be kept
  for (const number of numbers) {
    if (number >= least || kept.includes(number)) continue
    const at = kept.findIndex((other) => other > number)
    kept.splice(at < 0 ? kept.length : at, 0, number)
    if (kept.length > count) kept.pop()
    if (kept.length === count) least = kept[count - 1] ?? least
  }
  return kept
}

/** The known article that a text copies, the most alike first, and how alike; null if none. */
export function copiedFrom(
  fingerprint: Fingerprint,
  known: KnownArticle[],
): { article: KnownArticle; score: number } | null {
  const scored = known
    .map((article) => ({ article, score: likeness(fingerprint, article.fingerprint) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.article.moment < b.article.moment ? -1 : 1))
  return scored[0] ?? null
}

/** How much of the shorter text the other holds, 0 to 1; 0 where that does not make a copy. */
function likeness(one: KnownArticle['fingerprint'], other: KnownArticle['fingerprint']): number {
  if (one.textKey === other.textKey) return 1
  const { words, share, figures, figureShare } = coverOf(one.words, other.words)
  const least = SHORT.find(([most]) => words < most)?.[1] ?? COPIED
  if (share < least) return 0
  return figures >= MANY_FIGURES && figureShare < SAME_FIGURES ? 0 : share
}
