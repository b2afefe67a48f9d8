import { printTable } from '../extract/table.ts'
import { type Finder, minhashFinder, ourFinder, titleFinder } from './contenders.ts'
import type { Piece } from './corpus.ts'
import { type Copy, copiesOf } from './edits.ts'
import { unlikeCopies } from './originals.ts'
import { seeded } from './random.ts'

const SHARES = [0.1, 0.2] // of the words
const LEAST = { recall: 0.99, precision: 0.999 }

type Score = { name: string; found: number; wrong: number; ms: number; missed: Map<string, number> }

/** Prints how well copies are told from what only looks alike; false where ours misses a bar. */
export function scoreCopies(news: number): boolean {
  const originals = unlikeCopies(news)
  const random = seeded(11)
  const copies = originals.flatMap((piece) =>
    SHARES.flatMap((share) => copiesOf(piece, share, random)),
  )
  const finders = [ourFinder(), minhashFinder(0.5), minhashFinder(0.3), titleFinder()]
  const scores = finders.map((finder) => score(finder, originals, copies))
  const columns = ['recall', 'precision', 'missed', 'wrong', 'ms each']
  const rows = scores.map((one) => row(one, copies.length))
  printTable(
    `${copies.length} copies of ${originals.length} articles; bars: recall ${LEAST.recall}, precision ${LEAST.precision}`,
    ['', ...columns],
    rows,
  )
  printMissed(scores, copies)
  const [ours] = scores
  return (
    ours !== undefined &&
    recallOf(ours, copies.length) >= LEAST.recall &&
    precisionOf(ours) >= LEAST.precision
  )
}

/** A copy must lead to its original; an original to nothing. */
function score(finder: Finder, originals: Piece[], copies: Copy[]): Score {
  const missed = new Map<string, number>()
  const tally = { name: finder.name, found: 0, wrong: 0, missed }
  const start = process.cpuUsage()
  for (const piece of originals) finder.add(piece)
  for (const piece of originals) if (finder.find(piece) !== null) tally.wrong++
  for (const { edit, piece } of copies) {
    const found = finder.find(piece)
    const isRight = found !== null && piece.id.startsWith(`${found}/`)
    if (isRight) tally.found++
    else missed.set(edit, (missed.get(edit) ?? 0) + 1)
    if (found !== null && !isRight) tally.wrong++
  }
  const { user, system } = process.cpuUsage(start)
  return { ...tally, ms: (user + system) / 1000 / (2 * originals.length + copies.length) }
}

function row(one: Score, copies: number): string[] {
  const { name, found, wrong, ms } = one
  const shares = [recallOf(one, copies), precisionOf(one)].map((share) => share.toFixed(4))
  return [name, ...shares, `${copies - found}`, `${wrong}`, ms.toFixed(2)]
}

function recallOf({ found }: Score, copies: number): number {
  return found / copies
}

function precisionOf({ found, wrong }: Score): number {
  return found / Math.max(1, found + wrong)
}

function printMissed(scores: Score[], copies: Copy[]): void {
  const edits = [...new Set(copies.map(({ edit }) => edit))]
  const rows = edits.map((edit) => [
    edit,
    ...scores.map(({ missed }) => `${missed.get(edit) ?? 0}`),
  ])
  const each = copies.length / edits.length
  printTable(`Missed of ${each} of each sort`, ['', ...scores.map(({ name }) => name)], rows)
}
