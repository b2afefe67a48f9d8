import type { JobQueue } from '../../src/app.ts'

/** A clock that only moves when it is told, in milliseconds. */
export type Clock = { now: number }

type Waiting<Job> = { job: Job; at: number }

/** A queue of the told clock: a job that is to come later comes when it is time. */
export type ToldQueue<Job> = {
  port: JobQueue<Job>
  /** The moment of the next job; Infinity where none waits. */
  next: () => number
  /** The job that is due first. */
  take: () => Job | undefined
}

/** A queue that loses nothing, and keeps to delays. */
export function toldQueue<Job>(clock: Clock): ToldQueue<Job> {
  const waiting: Waiting<Job>[] = []
  const add = (job: Job, seconds = 0) => waiting.push({ job, at: clock.now + seconds * 1000 })
  return {
    port: {
      send: (job, options) => Promise.resolve(add(job, options?.delaySeconds)),
      sendBatch: (jobs) => Promise.resolve(jobs.map(({ body }) => add(body))),
    },
    next: () => Math.min(Infinity, ...waiting.map(({ at }) => at)),
    take: () => {
      waiting.sort((a, b) => a.at - b.at)
      return waiting.shift()?.job
    },
  }
}
