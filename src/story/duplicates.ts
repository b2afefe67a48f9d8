import { foldedWords, hash32, hashKey } from './fold.ts'

/** What of an article's text is kept to find copies of it. */
export type Fingerprint = {
  /** Equal for texts with the same words in the same order. */
  textKey: string
  /** How many different runs of words the compared text has. */
  length: number
  /** Keys to look near copies up by: any shared key makes a candidate. At most 16. */
  lookupKeys: string[]
  /** The smallest hashes of its runs of words, ascending, at most 128: enough to compare two. */
  sketch: number[]
}

/** An article read before, as look-ups by text return it. */
export type KnownArticle = {
  id: string
  url: string
  moment: string
  storyId: string
  duplicateOf: string | null
  fingerprint: Pick<Fingerprint, 'textKey' | 'length' | 'sketch'>
}

/** Words in a run. Three survive a change of one word in five often enough to be found. */
const RUN = 3
const SKETCH = 128
const LOOKUPS = 16
/** Prose with fewer runs is too little to compare; then quotations count as well. */
const LEAST_RUNS = 40
/** Least share of the shorter text's runs that the other has, for it to be a copy. */
const COPIED = 0.5
/** Short texts share a phrase or two by chance: below so many runs more is asked. */
const SHORT: [number, number][] = [
  [60, 0.85],
  [120, 0.65],
]

/**
 * The fingerprint of an article's paragraphs. Words in quotation marks are left out: two reports
 * of one interview share those without being copies.
 */
export function fingerprintOf(
  paragraphs: string[],
  quotes: { paragraph: number; start: number; end: number }[],
): Fingerprint {
  const all = paragraphs.map((text) => foldedWords(text).join(' ')).join(' ')
  const prose = runsOf(paragraphs.map((text, i) => withoutQuotes(text, i, quotes)))
  const runs = prose.size >= LEAST_RUNS ? prose : runsOf(paragraphs)
  const sketch = [...runs].sort((a, b) => a - b).slice(0, SKETCH)
  return {
    textKey: hashKey(all),
    length: runs.size,
    lookupKeys: sketch.slice(0, LOOKUPS).map((hash) => hash.toString(36)),
    sketch,
  }
}

function withoutQuotes(
  text: string,
  paragraph: number,
  quotes: { paragraph: number; start: number; end: number }[],
): string {
  let left = text
  for (const quote of quotes.filter((mark) => mark.paragraph === paragraph).toReversed())
    if (quote.end - quote.start > 40)
      left = `${left.slice(0, quote.start)} ${left.slice(quote.end)}`
  return left
}

function runsOf(paragraphs: string[]): Set<number> {
  const runs = new Set<number>()
  for (const text of paragraphs) {
    const words = foldedWords(text)
    for (let i = 0; i + RUN <= words.length; i++)
      runs.add(hash32(words.slice(i, i + RUN).join(' ')))
  }
  return runs
}

/**
 * How much of the shorter text the other holds, 0 to 1, estimated from their sketches: the
 * resemblance among the union's smallest hashes (Broder 1997), turned into containment.
 */
export function containment(
  one: Pick<Fingerprint, 'length' | 'sketch'>,
  other: Pick<Fingerprint, 'length' | 'sketch'>,
): number {
  if (one.length === 0 || other.length === 0) return 0
  const ours = new Set(one.sketch)
  const theirs = new Set(other.sketch)
  const union = [...new Set([...one.sketch, ...other.sketch])]
    .sort((a, b) => a - b)
    .slice(0, SKETCH)
  const both = union.filter((hash) => ours.has(hash) && theirs.has(hash)).length
  const resemblance = both / union.length
  const shared = (resemblance / (1 + resemblance)) * (one.length + other.length)
  return Math.min(1, shared / Math.min(one.length, other.length))
}

/** The known article that a text copies, the most alike first, and how alike; null if none. */
export function copiedFrom(
  fingerprint: Fingerprint,
  known: KnownArticle[],
): { article: KnownArticle; score: number } | null {
  const scored = known
    .map((article) => ({
      article,
      score:
        article.fingerprint.textKey === fingerprint.textKey
          ? 1
          : containment(fingerprint, article.fingerprint),
    }))
    .filter(({ article, score }) => score >= copiedShare(fingerprint, article.fingerprint))
    .sort((a, b) => b.score - a.score || (a.article.moment < b.article.moment ? -1 : 1))
  return scored[0] ?? null
}

function copiedShare(one: { length: number }, other: { length: number }): number {
  const length = Math.min(one.length, other.length)
  return SHORT.find(([runs]) => length < runs)?.[1] ?? COPIED
}
