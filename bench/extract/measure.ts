import type { Contender, Read } from './contenders.ts'
import type { Page } from './corpus.ts'

/** What one contender read of each page, by its id, and how long it took. */
export type Run = {
  reads: Map<string, Read>
  /** Wall time of each page, in ms; CPU time is counted too coarsely for single pages. */
  times: number[]
  /** CPU time of the thread for all pages together, in ms. */
  cpu: number
}

export type Times = { cpu: number; median: number; p95: number; max: number }

const NOTHING: Read = { title: '', authors: [], published: '', text: '' }

/**
 * Reads the pages one after the other, in two rounds: the first warms up. Of a page's times the
 * better one counts, as other programs of the machine slow either; a contender that throws has read
 * nothing.
 */
export async function measure(contender: Contender, pages: Page[]): Promise<Run> {
  const first = await measureRound(contender, pages)
  const second = await measureRound(contender, pages)
  const times = second.times.map((time, at) => Math.min(time, first.times[at] ?? time))
  return { ...second, times }
}

async function measureRound(contender: Contender, pages: Page[]): Promise<Run> {
  const run: Run = { reads: new Map(), times: [], cpu: 0 }
  const before = process.threadCpuUsage()
  for (const page of pages) {
    const start = performance.now()
    const read = await readSafely(contender, page)
    run.times.push(performance.now() - start)
    run.reads.set(page.id, read)
  }
  const { user, system } = process.threadCpuUsage(before)
  return { ...run, cpu: (user + system) / 1000 }
}

/** CPU time for a page on average; the middle, the slow end and the slowest by wall time; in ms. */
export function timesOf({ times, cpu }: Run): Times {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { cpu: cpu / (times.length || 1), median: at(0.5), p95: at(0.95), max: at(1) }
}

async function readSafely(contender: Contender, page: Page): Promise<Read> {
  const silenced = console.error
  console.error = () => {} // contenders print what they stumble over; the table shows the outcome
  try {
    return await contender.read(page)
  } catch {
    return NOTHING
  } finally {
    console.error = silenced
  }
}
