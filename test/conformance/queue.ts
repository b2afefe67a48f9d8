import type { JobQueue, ScrapeJob } from '../../src/app.ts'
import type { Clock } from './clock.ts'

type Waiting = { job: ScrapeJob; at: number }

/** A queue that keeps to delays, and delivers what is due in the order in which it is. */
export function newQueue(clock: Clock) {
  const waiting: Waiting[] = []
  const add = (job: ScrapeJob, delaySeconds = 0) =>
    waiting.push({ job, at: clock.now + delaySeconds * 1000 })
  const port: JobQueue<ScrapeJob> = {
    send: (job, options) => Promise.resolve(add(job, options?.delaySeconds)),
    sendBatch: (jobs) => Promise.resolve(jobs.map(({ body }) => add(body))),
  }
  /** When the next job is due; Infinity where there is none. */
  const next = () => Math.min(Infinity, ...waiting.map(({ at }) => at))
  /** Takes up to `most` jobs that are due, oldest first. */
  const take = (most: number) => {
    waiting.sort((a, b) => a.at - b.at)
    const due = waiting.filter(({ at }) => at <= clock.now).length
    return waiting.splice(0, Math.min(due, most)).map(({ job }) => job)
  }
  return { port, next, take }
}
