import { env } from 'cloudflare:workers'
import type { App } from '../../src/app.ts'
import { keepArticle } from '../../src/scrape/keep.ts'
import { runScrapeJob } from '../../src/scrape/scrape.ts'
import { openWeb } from './web.ts'

/** A page as it is read: where, when and what. The feed's text has no date of its own. */
export type Printed = {
  host: string
  slug?: string
  title?: string
  text: string[]
  published?: string | null
  modified?: string | null
  readFrom?: 'page' | 'feed'
}

const FILLER =
  'The harbor film of 2019 still has its friends, and they keep asking when there will be another.'

/** An empty database and an App whose clock only the test moves. */
export async function openShelf() {
  await empty(env.DB)
  const world = openWeb({})
  const { app, jobs } = world
  const finish = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await runScrapeJob(app, job)
  }
  return {
    ...world,
    finish,
    /** Keeps what was printed, and does what comes of it. */
    read: async (...printed: Printed[]) => {
      for (const one of printed) await keep(app, one)
      await finish()
    },
  }
}

/** Keeps what was printed as the Worker does, without what comes of it. */
export async function keep(app: App, printed: Printed): Promise<void> {
  const { host, slug = 'a', title = 'Ines Quarrie talks about Glass Harbor 2', text } = printed
  await app.db
    .prepare('INSERT INTO sources (id, next_due_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING')
    .bind(host, '2026-01-01T00:00:00Z')
    .run()
  await keepArticle(app, {
    sourceId: host,
    url: `https://${host}/${slug}`,
    readFrom: printed.readFrom ?? 'page',
    done: () => [app.db.prepare('SELECT 1')],
    extract: {
      kind: 'article',
      reason: null,
      canonicalUrl: null,
      site: host,
      title,
      authors: ['Pat Ember'],
      published: printed.published === undefined ? '2026-03-01T08:00:00.000Z' : printed.published,
      modified: printed.modified ?? null,
      isZoneAssumed: false,
      lang: 'en',
      paragraphs: [...text, FILLER],
    },
  })
}

/** Where an article stands. */
export type Row = {
  id: string
  moment: string
  storyId: string
  duplicateOf: string | null
  goneAt: string | null
  relevant: number
  join: string | null
  heirId: string | null
}

export async function articleAt(host: string, slug = 'a'): Promise<Row> {
  const row = await env.DB.prepare(
    `SELECT id, moment, story_id AS storyId, duplicate_of AS duplicateOf, gone_at AS goneAt,
            relevant, story_join ->> 'method' AS "join", heir_id AS heirId
     FROM articles WHERE url = ?1`,
  )
    .bind(`https://${host}/${slug}`)
    .first<Row>()
  if (!row) throw new Error(`nothing is kept of ${host}`)
  return row
}

/** All that readers are shown of stories, articles, statements, quotations and the status. */
export async function everything(): Promise<unknown[][]> {
  const tables = [
    `SELECT id, moment, story_id, duplicate_of, story_join, original, heir_id, gone_at, relevant,
            stage, overclaims FROM articles ORDER BY id`,
    'SELECT * FROM statements ORDER BY id',
    'SELECT key, article_id, moment, said_on, given_to, story_id FROM quotations ORDER BY key',
    `SELECT id, moment, speaker, original, articles, copies,
            (SELECT json_group_array(key || value ORDER BY key) FROM json_each(outlets)) AS outlets
     FROM stories WHERE articles > 0 ORDER BY id`,
    'SELECT articles, duplicates, stories FROM totals',
    'SELECT from_at, stage, because FROM status_changes ORDER BY from_at',
    'SELECT key, moment, story_id, speaker, original FROM story_keys ORDER BY key, story_id',
    'SELECT quotation_key, moment, article_id FROM printed ORDER BY quotation_key, article_id',
    'SELECT is_new, moment, article_id FROM said_at ORDER BY moment, article_id',
    `SELECT speaker, is_new, moment, article_id, role, statements, fresh FROM said_by
     ORDER BY speaker, moment, article_id`,
    'SELECT stage, moment, article_id FROM said_of ORDER BY stage, moment, article_id',
    'SELECT name, role, statements, fresh FROM people WHERE statements > 0 ORDER BY name',
    'SELECT words, keys, kind, id FROM search_words ORDER BY kind, id',
  ]
  const results = await env.DB.batch(tables.map((sql) => env.DB.prepare(sql)))
  return results.map((result) => result.results)
}

async function empty(db: D1Database): Promise<void> {
  const tables = ['revisions', 'corrections', 'quotations']
  await db.batch([
    ...tables.map((table) => db.prepare(`DELETE FROM ${table}`)),
    db.prepare('UPDATE stories SET shown_in = NULL'),
    ...['articles', 'story_keys', 'stories', 'pages', 'status_changes', 'people'].map((table) =>
      db.prepare(`DELETE FROM ${table}`),
    ),
  ])
}
