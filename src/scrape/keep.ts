import { type App, sendAll } from '../app.ts'
import type { Extract } from '../article.ts'
import { addArticle, isKnownArticle, type StoredArticle } from '../db/articles.ts'
import { findKnown } from '../db/known.ts'
import { findPlace, type PlacedArticle, unplace, writePlace } from '../db/places.ts'
import { laterRelatives } from '../db/relatives.ts'
import { placeArticle } from '../status/placement.ts'
import { readArticle } from '../status/reading.ts'
import { outletOf } from './outlet.ts'
import { updateStatus } from './update-status.ts'

/** A page's article, where it came from, and the statement that marks its page as done. */
export type NewArticle = {
  sourceId: string
  url: string
  extract: Extract
  readFrom: 'page' | 'feed'
  done: D1PreparedStatement
}

/** Reads an article and keeps it with its place among the others: all of it or nothing. */
export async function keepArticle(app: App, found: NewArticle): Promise<void> {
  if (await isKnownArticle(app.db, found.url)) {
    await found.done.run()
    return
  }
  const article = await readFound(app, found)
  const add = addArticle(app.db, article)
  if (article.reading.relevant) await settle(app, article, [add, found.done])
  else await app.db.batch([add, found.done])
  app.log('article', { id: article.id, relevant: article.reading.relevant })
}

/** Places a kept article anew, after an earlier one has come late. */
export async function placeAgain(app: App, articleId: string): Promise<void> {
  const article = await findPlace(app.db, articleId)
  if (article?.reading.relevant) await settle(app, article, [])
}

/**
 * Writes an article's place after `first`. Where it is new or has moved, what came before it in
 * processing but after it in time is placed anew.
 */
async function settle(
  app: App,
  article: Pick<PlacedArticle, 'reading' | 'moment'> & Partial<PlacedArticle>,
  first: D1PreparedStatement[],
): Promise<void> {
  const { reading, moment } = article
  const placement = placeArticle(reading, moment, await findKnown(app.db, reading, moment))
  const hasMoved =
    article.storyId !== placement.storyId || article.duplicateOf !== placement.duplicateOf
  const later = hasMoved ? await laterRelatives(app.db, reading, moment) : []
  await app.db.batch([
    ...first,
    ...writePlace(app.db, reading, placement, app.now().toISOString()),
    unplace(app.db, later),
  ])
  await sendAll(
    app.queues.scrape,
    later.map((articleId) => ({ kind: 'place', articleId })),
  )
  await updateStatus(app)
}

async function readFound(app: App, found: NewArticle): Promise<StoredArticle> {
  const { extract, url } = found
  const source = app.config.sources.find(({ id }) => id === found.sourceId)
  const readAt = app.now().toISOString()
  const article = {
    id: await idOf(url),
    outlet: outletOf(url, extract.site, source, app.config.topic),
    url,
    title: extract.title ?? '',
    published: extract.published,
    lang: extract.lang,
    paragraphs: extract.paragraphs,
  }
  return {
    ...article,
    sourceId: found.sourceId,
    page: extract,
    readFrom: found.readFrom,
    readAt,
    moment: momentOf(extract.published, readAt),
    reading: readArticle(app.config.topic, article),
  }
}

/** A date in the future is a publisher's mistake: such an article counts from when it was seen. */
function momentOf(published: string | null, readAt: string): string {
  return published !== null && published < readAt ? published : readAt
}

/** The same address has the same id, whoever reads it and however often. */
async function idOf(url: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(url))
  return [...new Uint8Array(digest).slice(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
