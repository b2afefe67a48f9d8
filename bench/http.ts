import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions } from '../scripts/options.ts'
import { printTable } from './extract/table.ts'
import { cpuOfChildren } from './http/cpu.ts'
import { type Load, load } from './http/load.ts'
import { seed } from './http/seed.ts'
import { startServer } from './http/server.ts'

const USAGE = `
Usage: npm run bench -- http [--articles N] [--requests N]

Stores articles in a local D1, asks the site in workerd for its front page, status and list of
articles, and prints how fast it answers as a ratio to a bare Hono handler in the same isolate and
run, that answers as many bytes. Then what a request costs: rows that D1 read, CPU of the runtime.

  --articles N   how many articles are stored; default 100000
  --requests N   how many requests make one of the nine rounds; default 500
  -h, --help     show this
`

/** A path, and how to ask the same anew each time, so that nobody remembers the answer. */
const QUESTIONS = [
  { path: '/', anew: (n: number) => `/?n=${n}` },
  { path: '/api/v1/status', anew: (n: number) => `/api/v1/status?at=${moment(n)}` },
  { path: '/api/v1/articles', anew: (n: number) => `/api/v1/articles?until=${moment(n)}` },
]
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
    await printCost(url, requests)
  } finally {
    await stop()
    rmSync(folder, { recursive: true })
  }
}

let asked = 0

/** Moments of the last year, each another. */
function moment(n: number): string {
  return new Date(Date.now() - (n + 1) * 20_000).toISOString().replace(/\.\d+/, '')
}

async function printSpeed(url: URL, requests: number): Promise<void> {
  const rows: string[][] = []
  for (const { path, anew } of QUESTIONS) {
    const tag = (await fetch(new URL(path, url))).headers.get('etag')
    const ways: [string, number, () => Promise<Load>][] = [
      ['remembered', 0.8, () => load(url, () => path, requests)],
      ['304', 0.8, () => load(url, () => path, requests, { 'if-none-match': tag ?? '' })],
      ['uncached', 0.25, () => load(url, () => anew(asked++), requests)],
    ]
    for (const [way, bar, run] of tag ? ways : ways.filter(([name]) => name !== '304')) {
      rows.push(await ratioRow(`${path} ${way}`, bar, url, requests, run))
    }
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

async function printCost(url: URL, requests: number): Promise<void> {
  const rows: string[][] = []
  for (const { path, anew } of QUESTIONS) {
    const counted = await fetch(new URL(path, url), { headers: { 'x-count-reads': '1' } })
    const [read, trips] = ['x-rows-read', 'x-round-trips'].map((one) => counted.headers.get(one))
    rows.push([
      path,
      read ?? '',
      trips ?? '',
      await cpuOf(() => load(url, () => anew(asked++), requests), requests),
    ])
  }
  const asking = () => load(url, () => '/bare-d1', requests)
  rows.push(['bare, asks D1 for nothing', '0', '1', await cpuOf(asking, requests)])
  rows.push(['bare', '0', '0', await cpuOf(() => load(url, () => '/bare', requests), requests)])
  printTable(
    'Cost of a request that nobody remembers; bars: 60 rows, 5 ms',
    ['', 'rows read', 'round trips', 'CPU ms, with D1'],
    rows,
  )
}

async function cpuOf(run: () => Promise<unknown>, requests: number): Promise<string> {
  const before = cpuOfChildren()
  await run()
  const after = cpuOfChildren()
  return before === null || after === null ? '?' : ((after - before) / requests).toFixed(2)
}

if (import.meta.main) await benchHttp(process.argv.slice(2))
