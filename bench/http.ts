import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions } from '../scripts/options.ts'
import { printTable } from './extract/table.ts'
import { cpuOfChildren } from './http/cpu.ts'
import { type Load, load } from './http/load.ts'
import { type Sql, seed } from './http/seed.ts'
import { startServer } from './http/server.ts'

const USAGE = `npm run bench -- http [--articles N] [--requests N]

Stores articles in a local D1, asks the site in workerd for its front page, status and list of
articles, and prints how fast it answers as a ratio to a bare Hono handler in the same isolate and
run, that answers as many bytes: as this isolate remembers it, as 304, and uncached, where D1 is asked
each time. Then what a request costs: rows that D1 read, CPU of the runtime.
  --articles N   how many articles are stored; default 100000
  --requests N   how many requests make one of the nine rounds; default 500
  --help         this text`

/** Each is held to the bars; what others remember is left aside with `no-cache`. */
const PATHS = ['/', '/api/v1/status', '/api/v1/articles']

/** Questions that are another each time, so that nothing can be kept: another moment, another page. */
const OTHERS = [
  { path: '/api/v1/status?at=', anew: (n: number) => `/api/v1/status?at=${moment(n)}` },
  { path: '/api/v1/articles?until=', anew: (n: number) => `/api/v1/articles?until=${moment(n)}` },
]
const UNCACHED = { 'cache-control': 'no-cache' }
const ROUNDS = 9 // of which the middle counts, as other programs of the machine slow any

/** Prints how the site answers beside a bare handler, and what it costs. */
export async function benchHttp(args: string[]): Promise<void> {
  const options = readOptions(args, USAGE, {
    articles: { type: 'string' },
    requests: { type: 'string' },
  })
  const [articles, requests] = [
    Number(options.articles ?? 100_000),
    Number(options.requests ?? 500),
  ]
  const folder = mkdtempSync(join(tmpdir(), 'bench-http-'))
  const { url, db, stop } = await startServer(folder)
  try {
    const start = performance.now()
    await seed(db, articles)
    const seconds = Math.round((performance.now() - start) / 1000)
    process.stdout.write(`${articles} articles stored in ${seconds} s\n\n`)
    await printSpeed(url, requests)
    await printCost(url, db, requests)
  } finally {
    await stop()
    rmSync(folder, { recursive: true })
  }
}

let asked = 0

const FIRST_MS = Date.parse('2019-03-01') // there is news from then on
const STEP_MS = 3 * 3_600_000

/** Moments of the time that there is news of, each another. */
function moment(n: number): string {
  return new Date(FIRST_MS + (n % 1000) * STEP_MS + n).toISOString()
}

async function printSpeed(url: URL, requests: number): Promise<void> {
  const rows: string[][] = []
  for (const path of PATHS) {
    const tag = (await fetch(new URL(path, url))).headers.get('etag') ?? ''
    const ask = (headers: Record<string, string>) => () => load(url, () => path, requests, headers)
    rows.push(await ratioRow(`${path} remembered`, 0.8, url, requests, ask({})))
    rows.push(await ratioRow(`${path} 304`, 0.8, url, requests, ask({ 'if-none-match': tag })))
    rows.push(await ratioRow(`${path} uncached`, 0.25, url, requests, ask(UNCACHED)))
  }
  for (const { path, anew } of OTHERS) {
    const ask = () => load(url, () => anew(asked++), requests)
    rows.push(await ratioRow(path, null, url, requests, ask))
  }
  const asking = () => load(url, () => '/bare-d1', requests)
  rows.push(await ratioRow('bare, asks D1 for nothing', null, url, requests, asking))
  printTable(
    'Answers a second, beside a bare handler of as many bytes',
    ['', 'status', 'bytes', 'a second', 'bare', 'p50 ms', 'p99 ms', 'ratio', 'bar'],
    rows,
  )
}

/** Ours and the bare handler in short turns; the round in the middle by its ratio. */
async function ratioRow(
  name: string,
  bar: number | null,
  url: URL,
  requests: number,
  run: () => Promise<Load>,
): Promise<string[]> {
  const { bytes } = await run()
  const bare = () => load(url, () => `/bare?bytes=${bytes}`, requests)
  const rounds: { ours: Load; theirs: Load; ratio: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [theirs, ours] = [await bare(), await run()]
    rounds.push({ theirs, ours, ratio: ours.rate / theirs.rate })
  }
  const middle = rounds.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ROUNDS / 2)]
  if (!middle) return [name]
  const { ours, theirs, ratio } = middle
  const { rate, p50, p99, statuses } = ours
  const status = Object.keys(statuses).join('+')
  const times = [p50, p99].map((time) => time.toFixed(1))
  const rates = [rate, theirs.rate].map((one) => one.toFixed(0))
  return [name, status, `${bytes}`, ...rates, ...times, ratio.toFixed(2), `${bar ?? ''}`]
}

async function printCost(url: URL, db: Sql, requests: number): Promise<void> {
  const rows: string[][] = []
  for (const path of PATHS) {
    await db.prepare('UPDATE totals SET turn = turn + 1').run()
    const anew = await countReads(url, path)
    const again = await countReads(url, path)
    const cpu = await cpuOf(() => load(url, () => path, requests, UNCACHED), requests)
    rows.push([path, again.rows, again.trips, cpu, anew.rows])
  }
  for (const { path, anew } of OTHERS) {
    const { rows: read, trips } = await countReads(url, anew(asked++))
    const cpu = await cpuOf(() => load(url, () => anew(asked++), requests), requests)
    rows.push([path, read, trips, cpu, ''])
  }
  const asking = () => load(url, () => '/bare-d1', requests)
  rows.push(['bare, asks D1 for nothing', '0', '1', await cpuOf(asking, requests), ''])
  rows.push(['bare', '0', '0', await cpuOf(() => load(url, () => '/bare', requests), requests), ''])
  printTable(
    'Cost of a request that nobody remembers; bars: 60 rows, 5 ms',
    ['', 'rows read', 'round trips', 'CPU ms, with D1', 'rows, first after a change'],
    rows,
  )
}

async function countReads(url: URL, path: string): Promise<{ rows: string; trips: string }> {
  const { headers } = await fetch(new URL(path, url), { headers: { 'x-count-reads': '1' } })
  const [rows, trips] = ['x-rows-read', 'x-round-trips'].map((one) => headers.get(one) ?? '')
  return { rows: rows ?? '', trips: trips ?? '' }
}

async function cpuOf(run: () => Promise<unknown>, requests: number): Promise<string> {
  const before = cpuOfChildren()
  await run()
  const after = cpuOfChildren()
  return before === null || after === null ? '?' : ((after - before) / requests).toFixed(2)
}

if (import.meta.main) await benchHttp(process.argv.slice(2))
