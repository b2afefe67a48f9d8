import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { App, Config, ScrapeJob } from '../../src/app.ts'
import { keepArticle } from '../../src/scrape/keep.ts'
import { runScrapeJob } from '../../src/scrape/scrape.ts'

const SOURCE = 'corpus'

const lineSchema = z.object({
  outlet: z.string(),
  url: z.url(),
  title: z.string(),
  published: z.string().nullish(),
  lang: z.string().nullish(),
  text: z.string(),
})

type Line = z.infer<typeof lineSchema>

/** Reads a corpus's articles.ndjson into a database, in its order, as if each came when published. */
export async function readCorpus(
  db: D1Database,
  directory: string,
  config: Config,
): Promise<number> {
  const lines = readFileSync(join(directory, 'articles.ndjson'), 'utf8').split('\n').filter(Boolean)
  await db.prepare("INSERT INTO sources (id, next_due_at) VALUES (?1, '')").bind(SOURCE).run()
  let latest = new Date(0)
  for (const line of lines) {
    const article = lineSchema.parse(JSON.parse(line))
    if (article.published) latest = new Date(article.published)
    await keep(db, article, { config, at: latest })
  }
  return lines.length
}

async function keep(
  db: D1Database,
  { outlet, url, title, published, lang, text }: Line,
  { config, at }: { config: Config; at: Date },
): Promise<void> {
  const jobs: ScrapeJob[] = []
  const app = appOf(db, config, { at, jobs })
  await keepArticle(app, {
    sourceId: SOURCE,
    url,
    readFrom: 'page',
    done: () => [db.prepare('SELECT 1')],
    extract: {
      kind: 'article',
      reason: null,
      canonicalUrl: url,
      site: outlet,
      title,
      authors: [],
      published: published ? new Date(published).toISOString() : null,
      modified: null,
      isZoneAssumed: false,
      lang: lang ?? null,
      paragraphs: text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
    },
  })
  for (let job = jobs.shift(); job; job = jobs.shift()) await runScrapeJob(app, job)
}

/** The app of a process that only reads what it is given. */
function appOf(db: D1Database, config: Config, { at, jobs }: { at: Date; jobs: ScrapeJob[] }): App {
  const nothing = () => Promise.reject(new Error('nothing goes out here'))
  return {
    db,
    config,
    now: () => at,
    fetch: nothing,
    log: () => undefined,
    mailer: { send: nothing },
    queues: {
      mail: { send: nothing, sendBatch: nothing },
      scrape: {
        send: (job) => Promise.resolve(jobs.push(job)),
        sendBatch: (batch) => Promise.resolve(jobs.push(...batch.map(({ body }) => body))),
      },
    },
  }
}
