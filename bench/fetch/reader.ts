import { topic } from '../../config/topic.ts'
import { memoryD1 } from '../../scripts/local/memory.ts'
import type { App, ScrapeJob } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'
import { runScrapeJob, scanDue } from '../../src/scrape/scrape.ts'
import { parseSources, type Source } from '../../src/source.ts'
import { VARS } from '../vars.ts'
import { FEEDS, publisher, type Sent, size } from './web.ts'

const START = Date.parse('2026-03-01T00:00:00Z')
const QUARTER = 15 * 60_000 // milliseconds from cron to cron

export type Work = 'cron' | 'look'

/**
 * What the scan's own code asks of the feeds in so many days, and what it gets. Each piece of work is
 * done by `around`.
 */
export async function polite(
  days: number,
  db = memoryD1(),
  around = (_: Work, act: () => Promise<void>) => act(),
) {
  const counts = { requests: 0, robots: 0, bytes: 0 }
  const jobs: ScrapeJob[] = []
  let now = START
  const app = appFor(
    db,
    () => new Date(now),
    jobs,
    (request) => {
      const sent = answer(request, (now - START) / 3_600_000)
      counts.requests++
      counts.bytes += size(sent)
      if (request.url.endsWith('/robots.txt')) counts.robots++
      return new Response(sent.body || null, { status: sent.status, headers: sent.headers })
    },
  )
  for (; now < START + days * 24 * 3_600_000; now += QUARTER) {
    await around('cron', () => scanDue(app, new Date(now)))
    for (const job of jobs.splice(0)) await around('look', () => runScrapeJob(app, job))
  }
  return counts
}

function answer({ url, headers }: Request, hour: number): Sent {
  const { host, pathname } = new URL(url)
  const feed = FEEDS.find((one) => one.host === host)
  if (!feed || pathname === '/robots.txt') return { status: 404, headers: {}, body: '' }
  return publisher(feed, hour, headers.get('if-none-match'))
}

function appFor(
  db: D1Database,
  now: () => Date,
  jobs: ScrapeJob[],
  fetch: (request: Request) => Response,
): App {
  const unused = () => Promise.reject(new Error('a scan mails nothing'))
  return {
    db,
    now,
    fetch: (request) => Promise.resolve(fetch(request)),
    mailer: { send: unused },
    queues: {
      scrape: {
        send: (job) => Promise.resolve(jobs.push(job)),
        sendBatch: (batch) => Promise.resolve(jobs.push(...batch.map(({ body }) => body))),
      },
      mail: { send: unused, sendBatch: unused },
    },
    config: configOf(VARS, { topic, sources: sourcesOf(FEEDS), version: '0' }),
    log: () => undefined,
  }
}

function sourcesOf(feeds: readonly { host: string }[]): Source[] {
  return parseSources(
    feeds.map(({ host }) => ({
      id: host.replace('.', '-'),
      outlet: host,
      url: `https://${host}/feed`,
      home: `https://${host}/`,
    })),
  )
}
