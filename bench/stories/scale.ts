import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Config } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'
import { findKnown } from '../../src/db/known.ts'
import { placeArticle } from '../../src/status/placement.ts'
import { readArticle } from '../../src/status/reading.ts'
import { printTable } from '../extract/table.ts'
import { VARS } from '../vars.ts'
import { type Piece, shippedTopic } from './corpus.ts'
import { addSource, keepPiece } from './keeping.ts'
import { multiply } from './multiply.ts'
import { pick, seeded } from './random.ts'
import { type Desk, openDesk, sampleOf } from './sample.ts'
import { inFile, migrate, openStore } from './store.ts'

const SAMPLE = 200 // articles that are read and kept; what is stored beyond are clones of these
const EACH = 3 // articles of each sort that are kept and counted
const NOW = Date.UTC(2026, 10, 1)
const HOUR = 3_600_000 // milliseconds
const BARS = { read: 100, written: 60, statements: 12, cpu: 5 }

type Cost = { read: number; written: number; statements: number; ms: number; cpu: number }

/** Prints what keeping an article costs where so many are stored; false where a bar is missed. */
export async function scoreScale(sizes: number[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-stories-'))
  const random = seeded(3)
  const desk = openDesk(shippedTopic('made'), random)
  const config = configOf(VARS, { topic: shippedTopic('made'), sources: [], version: '0' })
  const sample = sampleOf(desk, random, SAMPLE, NOW)
  let isWithin = true
  let clones = 1
  let day = NOW
  try {
    await keepSample(folder, config, sample)
    for (const size of sizes) {
      const until = Math.max(clones, Math.round(size / SAMPLE))
      const stored = storeUpTo(folder, clones, until)
      clones = until
      day += 24 * HOUR
      const costs = await measure(folder, config, desk, sample, day)
      printCosts(`${clones * SAMPLE} articles${stored}`, costs)
      isWithin &&= [...costs.values()].every(keepsBars)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return isWithin
}

/** Stores clones of the sample from one number of them up to another; told in words. */
function storeUpTo(folder: string, from: number, until: number): string {
  if (until <= from) return ''
  const start = performance.now()
  let [before, after] = [0, 0]
  inFile(folder, (file) => {
    before = bytesOf(file)
    multiply(file, from, until)
    after = bytesOf(file)
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  return `, stored in ${seconds} s at ${Math.round((after - before) / ((until - from) * SAMPLE))} bytes each`
}

function bytesOf(file: DatabaseSync): number {
  const pages = file.prepare(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  )
  return Number(pages.get()?.bytes)
}

function printCosts(stored: string, costs: Map<string, Cost>): void {
  const { read, written, statements, cpu } = BARS
  printTable(
    `Beside ${stored}: the dearest of ${EACH} new ones; CPU is that of the rules, in Node`,
    ['', 'rows read', 'written', 'statements', 'time ms', 'CPU ms'],
    [
      ...[...costs].map(([sort, cost]) => [sort, ...cellsOf(cost)]),
      ['bar', `${read}`, `${written}`, `${statements}`, '', `${cpu}`],
    ],
  )
}

async function keepSample(folder: string, config: Config, sample: Piece[]): Promise<void> {
  const { db, close } = await openStore(folder)
  await migrate(db)
  await addSource(db)
  for (const piece of sample) await keepPiece(db, config, piece)
  await close()
}

/** A sort of new article, made from one that is stored. */
const SORTS: Record<string, (desk: Desk, stored: Piece, at: string) => Piece> = {
  'of its own': (desk, _, at) => desk.fresh(500, at),
  'a copy': (desk, stored, at) => desk.copy(stored, 0, at),
  'a light edit': (desk, stored, at) => desk.copy(stored, 0.1, at),
  'a retelling': (desk, stored, at) => desk.retell(stored, at),
  'of 1,000 words': (desk, _, at) => desk.fresh(1000, at),
}

async function measure(
  folder: string,
  config: Config,
  desk: Desk,
  sample: Piece[],
  since: number,
): Promise<Map<string, Cost>> {
  const { db, close } = await openStore(folder)
  const random = seeded(7)
  const dearestOf = new Map<string, Cost>()
  let at = since // each is later than all before it, as news is
  for (const [sort, make] of Object.entries(SORTS)) {
    const costs: Cost[] = []
    for (let nth = 0; nth < EACH; nth++, at += HOUR) {
      const piece = make(desk, pick(random, sample), new Date(at).toISOString())
      const cpu = await cpuOf(db, config, piece)
      costs.push({ ...(await keepPiece(db, config, piece)), cpu })
    }
    dearestOf.set(sort, dearest(costs))
  }
  await close()
  return dearestOf
}

const ROUNDS = 10

/** CPU of reading and placing, warm; what D1 itself takes is not the Worker's. */
async function cpuOf(db: D1Database, { topic }: Config, piece: Piece): Promise<number> {
  const article = { ...piece, url: piece.id, lang: 'en' }
  const known = await findKnown(db, readArticle(topic, article), piece.published)
  const start = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++)
    placeArticle(readArticle(topic, article), piece.published, known)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / ROUNDS
}

function dearest(costs: Cost[]): Cost {
  const most = (name: keyof Cost) => Math.max(...costs.map((cost) => cost[name]))
  return {
    read: most('read'),
    written: most('written'),
    statements: most('statements'),
    ms: most('ms'),
    cpu: most('cpu'),
  }
}

function cellsOf({ read, written, statements, ms, cpu }: Cost): string[] {
  return [`${read}`, `${written}`, `${statements}`, ms.toFixed(0), cpu.toFixed(1)]
}

function keepsBars({ read, written, statements, cpu }: Cost): boolean {
  const within = read <= BARS.read && written <= BARS.written && statements <= BARS.statements
  return within && cpu <= BARS.cpu
}
