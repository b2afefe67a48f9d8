import type { Contender, Read } from './contenders.ts'
import type { Page } from './corpus.ts'

/** What one contender read of each page, by its id, and the CPU time in ms that each page took. */
export type Run = { reads: Map<string, Read>; times: number[] }

export type Times = { mean: number; median: number; p95: number; max: number }

const NOTHING: Read = { title: '', authors: [], published: '', text: '' }

/** Reads the pages one after the other; a contender that throws has read nothing. */
export async function measure(contender: Contender, pages: Page[]): Promise<Run> {
  const run: Run = { reads: new Map(), times: [] }
  for (const page of pages) {
    const before = process.threadCpuUsage()
    const read = await readSafely(contender, page)
    const { user, system } = process.threadCpuUsage(before)
    run.reads.set(page.id, read)
    run.times.push((user + system) / 1000)
  }
  return run
}

export function timesOf({ times }: Run): Times {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const mean = times.reduce((sum, time) => sum + time, 0) / (times.length || 1)
  return { mean, median: at(0.5), p95: at(0.95), max: at(1) }
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
