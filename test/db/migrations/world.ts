import type { DatabaseSync } from 'node:sqlite'
import type { App, ScrapeJob } from '../../../src/app.ts'
import { configOf } from '../../../src/config.ts'
import { http } from '../../../src/routes/http.ts'
import { keepArticle } from '../../../src/scrape/keep.ts'
import { resumeReading } from '../../../src/scrape/reread.ts'
import { runScrapeJob } from '../../../src/scrape/scrape.ts'
import { d1Over } from '../../exactly-once/sqlite-d1.ts'
import { emberfall } from '../../status/emberfall.ts'
import type { Page } from './pages.ts'

const NOW = '2026-01-20T09:00:00.000Z'
const TOKEN = 'test-admin-token-0123456789abcdefghij'

const VARS = {
  SITE_URL: 'https://status.example',
  DIGEST_TIME_ZONE: 'UTC',
  DIGEST_WEEKDAY: '5',
  DIGEST_HOUR: '9',
  MAIL_FROM: 'news@status.example',
  MAIL_REPLY_TO: 'hello@status.example',
  POSTAL_ADDRESS: 'Test Street 1, Testtown',
  SECRET_KEY: 'test-secret-key-0123456789abcdefghijkl',
  ADMIN_TOKEN: TOKEN,
  RESEND_WEBHOOK_SECRET: '',
  SOURCES: '',
  TOPIC: '',
  NEWSROOM: '',
}

/** The site of today over a database. */
export function siteOver(database: DatabaseSync) {
  const jobs: ScrapeJob[] = []
  const unused = () => Promise.reject(new Error('of no use here'))
  const app: App = {
    db: d1Over(database),
    now: () => new Date(NOW),
    fetch: unused,
    mailer: { send: unused },
    queues: {
      scrape: {
        send: (job) => Promise.resolve(jobs.push(job)),
        sendBatch: (batch) => Promise.resolve(jobs.push(...batch.map(({ body }) => body))),
      },
      mail: { send: unused, sendBatch: unused },
    },
    config: configOf(VARS, { topic: emberfall, sources: [], version: '0' }),
    log: () => undefined,
  }
  const site = http(app)
  const finish = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await runScrapeJob(app, job)
  }
  return {
    ask: (path: string) => site.request(path, { headers: { authorization: `Bearer ${TOKEN}` } }),
    /** Reads everything again by the rules of today, as the cron does after a deploy. */
    readAgain: async () => {
      await resumeReading(app)
      await finish()
    },
    read: async (pages: Page[]) => {
      for (const page of pages) await keep(app, page)
      await finish()
    },
  }
}

async function keep(app: App, { host, url, title, published, text }: Page): Promise<void> {
  await app.db
    .prepare('INSERT INTO sources (id, next_due_at) VALUES (?1, ?2)')
    .bind(host, NOW)
    .run()
  await keepArticle(app, {
    sourceId: host,
    url,
    readFrom: 'page',
    done: () => [app.db.prepare('SELECT 1')],
    extract: {
      ...{ kind: 'article', reason: null, canonicalUrl: null, site: host, modified: null },
      ...{ title, authors: ['Pat Ember'], published, isZoneAssumed: false, lang: 'en' },
      paragraphs: text,
    },
  })
}
