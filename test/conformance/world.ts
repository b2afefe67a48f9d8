import { env } from 'cloudflare:workers'
import type { App, ScrapeJob } from '../../src/app.ts'
import { findSource } from '../../src/db/sources.ts'
import { rescan, runScrapeJob, scanDue } from '../../src/scrape/scrape.ts'
import { watched } from '../digest/watched.ts'
import { openWeb } from '../scrape/web.ts'
import { type Clock, DAY, newClock } from './clock.ts'
import { newQueue } from './queue.ts'
import { newWeb, type Site, type Visit } from './web.ts'

const QUARTER = 15 * 60_000 // milliseconds from cron to cron
const TABLES = ['pages', 'looks', 'backfills', 'scans', 'sources', 'addresses', 'hosts', 'robots']

export type World = Awaited<ReturnType<typeof openWorld>>

/**
 * Publishers, a source `https://HOST/feed` at each that is named, the real scan code on the real
 * database, and a clock by which `days` pass. `replays` does everything twice.
 */
export async function openWorld(
  sites: Record<string, Site>,
  options: { sources?: string[]; consumers?: number; replays?: boolean } = {},
) {
  const { consumers = 1, replays = false } = options
  await env.DB.batch(TABLES.map((table) => env.DB.prepare(`DELETE FROM ${table}`)))
  await env.DB.prepare('DELETE FROM stopped_hosts').run()
  const clock = newClock()
  const queue = newQueue(clock)
  const web = newWeb(clock, sites)
  const urls = options.sources ?? Object.keys(sites).map((host) => `https://${host}/feed`)
  const app = (): App => ({
    ...openWeb({}, urls).app,
    now: () => new Date(clock.now),
    fetch: web.fetch,
    queues: { ...openWeb({}).app.queues, scrape: queue.port },
  })
  const work = async (most: number) => {
    const jobs = queue.take(most)
    await Promise.all(jobs.map((job) => runScrapeJob(app(), job)))
    if (replays) for (const job of jobs) await runScrapeJob(app(), job)
  }
  const cron = async () => {
    await scanDue(app(), new Date(clock.now))
    if (replays) await scanDue(app(), new Date(clock.now))
  }
  const days = (count: number) =>
    letPass(clock, queue, clock.now + count * DAY, cron, () => work(consumers))
  return {
    app,
    clock,
    cron,
    days,
    /** Does one job as the platform would, and counts what it costs. */
    meter: (job: ScrapeJob) => meter(app(), job, web.visits),
    queue,
    web,
    /** What was asked for at a host, robots.txt apart. */
    asked: (host: string) =>
      web.visits.filter(
        ({ url, path }) => new URL(url).host === host && !path.startsWith('/robots.txt'),
      ),
    rescan: () => rescan(app(), null),
    source: (host: string) => findSource(env.DB, host.replaceAll('.', '-')),
  }
}

/** Crons when something is due, jobs when they are, and nothing else. */
async function letPass(
  clock: Clock,
  queue: ReturnType<typeof newQueue>,
  end: number,
  cron: () => Promise<void>,
  work: () => Promise<void>,
): Promise<void> {
  let nextCron = clock.now
  while (clock.now <= end) {
    if (nextCron <= clock.now) await cron()
    while (queue.next() <= clock.now) await work()
    const due = Math.ceil(Date.parse((await nextDue()) ?? '9999-01-01') / QUARTER) * QUARTER
    nextCron = Math.max(due, (Math.floor(clock.now / QUARTER) + 1) * QUARTER)
    clock.now = Math.min(queue.next(), nextCron)
  }
  clock.now = end
}

async function meter(app: App, job: ScrapeJob, visits: Visit[]) {
  const budget = { statements: 0 }
  const before = visits.length
  await runScrapeJob({ ...app, db: counted(budget) }, job)
  return { statements: budget.statements, requests: visits.length - before }
}

function counted(budget: { statements: number }): D1Database {
  const db = watched(env.DB, (act) => {
    budget.statements++
    return act()
  })
  return new Proxy(db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name)
      return (statements: D1PreparedStatement[]) => {
        budget.statements += statements.length - 1
        return target.batch(statements)
      }
    },
  })
}

async function nextDue(): Promise<string | null> {
  return await env.DB.prepare(
    `SELECT min(due) AS due
     FROM (SELECT next_due_at AS due FROM sources WHERE state NOT IN ('gone', 'paused')
           UNION ALL
           SELECT next_try_at FROM pages WHERE read_at IS NULL AND given_up_at IS NULL
           UNION ALL
           SELECT next_at FROM backfills WHERE finished_at IS NULL)`,
  ).first<string>('due')
}
