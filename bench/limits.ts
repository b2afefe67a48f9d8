import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions } from '../scripts/options.ts'
import type { Plan } from '../src/plan.ts'
import { fillList } from './digest/people.ts'
import { printTable } from './extract/table.ts'
import { seed } from './http/seed.ts'
import { type Case, casesOf, SOURCES } from './limits/cases.ts'
import { openProfiler } from './limits/profiler.ts'
import { startWorker } from './limits/runtime.ts'
import { world } from './limits/world.ts'

const SUBSCRIBERS = 5_000
const TIMES = 7
const FREE = 10 // ms of CPU that one invocation has on the free plan
const PAID = 30_000 // the same on the paid one

const USAGE = `npm run bench -- limits [--articles N] [--times N]

CPU of each handler at its usual and its largest size, in the Worker's own isolate in workerd, once as
configured for the paid plan and once for the free one, beside what the plans allow: ${FREE} ms and ${PAID / 1000} s.
  --articles N  stored beforehand, 10000 if left out
  --times N     invocations of each, ${TIMES} if left out
  --help        this text`

/** `least`: other programs of the machine only ever add. */
type Row = { name: string; first: number; least: number; median: number }

/** Measures and prints. The exit code is 1 where one passes what the paid plan allows. */
export async function benchLimits(args: string[]): Promise<void> {
  const options = readOptions(args, USAGE, {
    articles: { type: 'string' },
    times: { type: 'string' },
  })
  const [articles, times] = [Number(options.articles ?? 10_000), Number(options.times ?? TIMES)]
  const paid = await measure('paid', articles, times)
  const free = await measure('free', articles, times)
  printTable(
    `CPU of one invocation, ms; ${articles} articles, ${times} times (${new Date().toISOString().slice(0, 10)})`,
    ['', 'first', 'least', 'median', 'free mode: least', 'median', 'runs on'],
    paid.map((row, at) => rowOf(row, free[at] ?? row)),
  )
  if (paid.some(({ least }) => least > PAID)) process.exitCode = 1
}

function rowOf({ name, first, least, median }: Row, free: Row): string[] {
  const isFree = Math.max(free.least, least) <= FREE
  const runsOn = isFree ? 'free' : free.least <= FREE ? 'free, in free mode' : 'paid'
  return [
    name,
    ...[first, least, median, free.least, free.median].map((ms) => ms.toFixed(1)),
    runsOn,
  ]
}

async function measure(plan: Plan, articles: number, times: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-limits-'))
  const worker = await startWorker(folder, {
    world,
    withInspector: true,
    vars: { PLAN: plan, TOPIC: JSON.stringify(TOPIC), SOURCES: JSON.stringify(sources()) },
  })
  const profiler = await openProfiler(await worker.miniflare.getInspectorURL())
  try {
    await seed(worker.db, articles)
    await fillList(worker.db, [worker.secret], SUBSCRIBERS)
    const rows: Row[] = []
    for (const one of await casesOf(worker, SUBSCRIBERS)) {
      rows.push(await rowFor(one, times, profiler.cpuOf))
    }
    return rows
  } finally {
    profiler.close()
    await worker.miniflare.dispose()
    rmSync(folder, { recursive: true })
  }
}

async function rowFor(
  { name, before, act }: Case,
  times: number,
  cpuOf: (act: () => Promise<unknown>) => Promise<number>,
): Promise<Row> {
  const spent: number[] = []
  for (let n = 0; n < times; n += 1) {
    await before?.(n)
    spent.push(await cpuOf(() => act(n)))
  }
  const sorted = spent.toSorted((a, b) => a - b)
  const median = sorted[sorted.length >> 1] ?? 0
  return { name, first: spent[0] ?? 0, least: sorted[0] ?? 0, median }
}

const TOPIC = {
  id: 'glass-harbor-2',
  title: 'Glass Harbor 2',
  aliases: ['Glass Harbor sequel'],
  first_film: { title: 'Glass Harbor', released: '2019-03-01' },
  people: [{ name: 'Ines Quarrie', aliases: ['Quarrie'], role: 'director' }],
  studios: ['Lantern Pictures'],
}

/** Half of them show thirty items, half as many as are read. */
function sources() {
  return Array.from({ length: SOURCES }, (_, n) => ({
    id: `s-${n}`,
    outlet: `Outlet ${n}`,
    home: 'https://news.example/',
    url: `https://news.example/feed/${n < SOURCES / 2 ? 30 : 500}/s-${n}`,
  }))
}

if (import.meta.main) await benchLimits(process.argv.slice(2))
