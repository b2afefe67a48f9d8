import type { Read } from './contenders.ts'
import type { Page } from './corpus.ts'

export type Score = {
  f1: number
  precision: number
  recall: number
  title: number
  published: number
  authors: number
}

const SHINGLE = 4 // words
const MINUTE = 60_000 // ms

/**
 * How much of what stands in the pages was found. Text is compared as bags of four words in a row,
 * each page weighing the same; titles without case and punctuation; dates to the minute; authors as
 * sets over all pages.
 */
export function scoreOf(pages: Page[], reads: Map<string, Read>): Score {
  const pairs = pages.flatMap((page) => {
    const read = reads.get(page.id)
    return read ? [{ truth: page.truth, read }] : []
  })
  const overlaps = pairs.map(({ truth, read }) => overlapOf(truth.text ?? '', read.text))
  const precision = meanOf(overlaps.flatMap((o) => (o.precision === null ? [] : [o.precision])))
  const recall = meanOf(overlaps.flatMap((o) => (o.recall === null ? [] : [o.recall])))
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    title: shareOf(
      pairs.filter((p) => p.truth.title),
      (p) => folded(p.truth.title) === folded(p.read.title),
    ),
    published: shareOf(
      pairs.filter((p) => p.truth.published),
      isSameMinute,
    ),
    authors: authorsF1(pairs),
  }
}

type Pair = { truth: Page['truth']; read: Read }

function overlapOf(
  wanted: string,
  got: string,
): { precision: number | null; recall: number | null } {
  const want = shinglesOf(wanted)
  const have = shinglesOf(got)
  let common = 0
  for (const [shingle, count] of want) common += Math.min(count, have.get(shingle) ?? 0)
  const sizes = { want: sumOf([...want.values()]), have: sumOf([...have.values()]) }
  return {
    precision: sizes.have > 0 ? common / sizes.have : null,
    recall: sizes.want > 0 ? common / sizes.want : null,
  }
}

function shinglesOf(text: string): Map<string, number> {
  const words = wordsOf(text)
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - SHINGLE + 1); at++) {
    const shingle = words.slice(at, at + SHINGLE).join(' ')
    if (shingle) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function isSameMinute({ truth, read }: Pair): boolean {
  return Math.abs(Date.parse(read.published) - Date.parse(truth.published ?? '')) < MINUTE
}

function authorsF1(pairs: Pair[]): number {
  const count = { right: 0, wanted: 0, got: 0 }
  for (const { truth, read } of pairs) {
    if (!truth.authors) continue
    const want = new Set(truth.authors.map(folded))
    const have = new Set(read.authors.map(folded))
    count.right += [...have].filter((name) => want.has(name)).length
    count.wanted += want.size
    count.got += have.size
  }
  return (2 * count.right) / (count.wanted + count.got || 1)
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? []
}

function folded(text = ''): string {
  return wordsOf(text.normalize('NFKC').toLowerCase()).join(' ')
}

function shareOf<T>(items: T[], isHit: (item: T) => boolean): number {
  return items.filter(isHit).length / (items.length || 1)
}

function meanOf(numbers: number[]): number {
  return sumOf(numbers) / (numbers.length || 1)
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function harmonic(a: number, b: number): number {
  return (2 * a * b) / (a + b || 1)
}
