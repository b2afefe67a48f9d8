import type { App, Config } from '../../src/app.ts'
import { addPages } from '../../src/db/pages.found.ts'
import { finishPage } from '../../src/db/pages.ts'
import { keepArticle } from '../../src/scrape/keep.ts'
import { type Counts, metered } from '../digest/meter.ts'
import type { Piece } from './corpus.ts'

/** Keeps a piece as the Worker keeps what it reads, and tells what that asked of D1. */
export async function keepPiece(
  local: D1Database,
  config: Config,
  piece: Piece,
): Promise<Counts & { ms: number }> {
  const url = `https://${piece.outlet.replace(' ', '-').toLowerCase()}.example/${piece.id}`
  const { title, published, paragraphs } = piece
  const at = new Date(Date.parse(published) + 60_000).toISOString()
  const page = { url, sourceId: 'bench', scanId: 'bench', title, published, feedText: '' }
  await local.batch(addPages(local, [page], at))
  const { db, count } = metered(local)
  const start = performance.now()
  await keepArticle(appOf(db, config, at), {
    sourceId: 'bench',
    url,
    extract: {
      kind: 'article',
      reason: null,
      canonicalUrl: url,
      site: piece.outlet,
      title,
      authors: ['Pat Ember'],
      published,
      modified: null,
      isZoneAssumed: false,
      lang: 'en',
      paragraphs,
    },
    readFrom: 'page',
    done: (articleId) => [finishPage(db, url, { at, note: null, articleId, againAt: null })],
  })
  return { ...count, ms: performance.now() - start }
}

/** The source and the scan that the pages are of. */
export async function addSource(db: D1Database): Promise<void> {
  const now = new Date(0).toISOString()
  await db.batch([
    db.prepare(`INSERT INTO sources (id, next_due_at) VALUES ('bench', ?1)`).bind(now),
    db
      .prepare(`INSERT INTO scans (id, requested_by, requested_at) VALUES ('bench', 'cron', ?1)`)
      .bind(now),
  ])
}

function appOf(db: D1Database, config: Config, now: string): App {
  const nothing = { send: () => Promise.resolve(), sendBatch: () => Promise.resolve() }
  return {
    db,
    config,
    now: () => new Date(now),
    fetch: () => Promise.reject(new Error('nothing is fetched here')),
    mailer: { send: () => Promise.reject(new Error('no mail is sent here')) },
    queues: { scrape: nothing, mail: nothing },
    log: () => undefined,
  }
}
