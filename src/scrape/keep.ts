import type { App } from '../app.ts'
import type { Extract } from '../article.ts'
import { addArticle, isKnownArticle, type StoredArticle } from '../db/articles.ts'
import { findKnown } from '../db/known.ts'
import { writeFirstPlace } from '../db/places.ts'
import { laterRelatives } from '../db/relatives.ts'
import { allowanceOf } from '../plan.ts'
import { type Placement, placeArticle } from '../status/placement.ts'
import { readArticle } from '../status/reading.ts'
import { standFor } from './gone.ts'
import { outletOf } from './outlet.ts'
import { reviseArticle } from './revise.ts'
import { inTurn, settle, type Writes } from './settle.ts'
import { updateStatus } from './update-status.ts'

const LONGEST_TITLE = 1_000 // characters

/** A page's article, where it came from, and what marks its page as done. */
export type NewArticle = {
  sourceId: string
  url: string
  extract: Extract
  readFrom: 'page' | 'feed'
  /**
   * Written with the article, or alone where there is nothing new in it; `moment` is when an article
   * counts that is new and on the topic.
   */
  done: (articleId: string, moment: string | null) => D1PreparedStatement[]
}

/**
 * Reads an article and keeps it with its place among the others: all of it or nothing. A later text
 * of one that is known is its revision.
 */
export async function keepArticle(app: App, whole: NewArticle): Promise<void> {
  const found = {
    ...whole,
    extract: beginningOf(whole.extract, allowanceOf(app.config).textLength),
  }
  let kept: Kept | null = null
  const isNew = await inTurn(app, async () => {
    const { isKnown, ...state } = await isKnownArticle(app.db, found.url)
    if (isKnown) return null
    kept = await readAndPlace(app, found)
    return await adding(app, kept, state, found)
  })
  if (!isNew) {
    await reviseArticle(app, found)
    return
  }
  await afterKeeping(app, kept)
}

/** As much of a text as is read: nothing that is news stands beyond it. */
function beginningOf(extract: Extract, length: number): Extract {
  let left = length
  const paragraphs = extract.paragraphs.flatMap((paragraph) => {
    const part = left > 0 ? paragraph.slice(0, left) : ''
    left -= paragraph.length
    return part ? [part] : []
  })
  return { ...extract, title: extract.title?.slice(0, LONGEST_TITLE) ?? null, paragraphs }
}

/** Places a kept article anew, after an earlier one has come late; where nobody has done it since. */
export async function placeAgain(app: App, articleId: string): Promise<void> {
  const isDone = await settle(app, articleId, ({ placedAt }) => placedAt === null)
  if (isDone) await standFor(app, articleId)
}

/** An article with its place; null where it is not on the topic. */
type Kept = { article: StoredArticle; placement: Placement | null }

async function readAndPlace(app: App, found: NewArticle): Promise<Kept> {
  const article = await readFound(app, found)
  const { reading, moment } = article
  if (!reading.relevant) return { article, placement: null }
  const known = await findKnown(app.db, reading, moment)
  return { article, placement: placeArticle(reading, moment, known) }
}

async function afterKeeping(app: App, kept: Kept | null): Promise<void> {
  if (!kept) return
  const { article, placement } = kept
  if (placement?.duplicateOf) await standFor(app, article.id)
  if (placement) await updateStatus(app)
  app.log('article', { id: article.id, relevant: placement !== null })
}

async function adding(
  app: App,
  { article, placement }: Kept,
  { turn, latest }: { turn: number; latest: string },
  found: NewArticle,
): Promise<Writes> {
  const { db } = app
  const { reading, moment, id } = article
  const done = found.done(id, placement && moment)
  if (!placement) return { turn, writes: [addArticle(db, article, null), ...done], later: [] }
  const { before, after } = writeFirstPlace(db, reading, placement)
  return {
    turn,
    writes: [...before, addArticle(db, article, placement), ...after, ...done],
    later: moment > latest ? [] : await laterRelatives(db, reading, moment),
  }
}

/** A page's text as an article that is new. */
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
