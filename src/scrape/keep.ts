import type { App } from '../app.ts'
import type { Extract } from '../article.ts'
import { addArticle, isKnownArticle, type StoredArticle } from '../db/articles.ts'
import { findKnown } from '../db/known.ts'
import { writeFirstPlace } from '../db/places.ts'
import { laterRelatives } from '../db/relatives.ts'
import { allowanceOf } from '../plan.ts'
import { toHex } from '../seal.ts'
import { type Placement, placeArticle } from '../status/placement.ts'
import { readArticle } from '../status/reading.ts'
import { articleOf, type FoundArticle, momentOf } from './found-article.ts'
import { standFor } from './gone.ts'
import { reviseArticle } from './revise.ts'
import { inTurn, type Writes } from './settle.ts'
import { updateStatus } from './update-status.ts'

const LONGEST_TITLE = 1_000 // characters

/**
 * Reads an article and keeps it with its place among the others: all of it or nothing. A later text
 * of one that is known is its revision.
 */
export async function keepArticle(app: App, whole: FoundArticle): Promise<void> {
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

/** An article with its place; null where it is not on the topic. */
type Kept = { article: StoredArticle; placement: Placement | null }

async function readAndPlace(app: App, found: FoundArticle): Promise<Kept> {
  const article = await readFound(app, found)
  const { reading, moment } = article
  if (!reading.relevant) return { article, placement: null }
  const known = await findKnown(app.db, reading, moment)
  return { article, placement: placeArticle(reading, moment, known) }
}

/** A page's text as an article that is new. */
async function readFound(app: App, found: FoundArticle): Promise<StoredArticle> {
  const { extract, url } = found
  const source = app.config.sources.find(({ id }) => id === found.sourceId)
  const readAt = app.now().toISOString()
  const article = articleOf(app.config, source, { id: await idOf(url), url, extract })
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

/** The same address has the same id, whoever reads it and however often. */
async function idOf(url: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(url))
  return toHex(digest.slice(0, 8))
}

async function adding(
  app: App,
  { article, placement }: Kept,
  { turn, latest }: { turn: number; latest: string },
  found: FoundArticle,
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

async function afterKeeping(app: App, kept: Kept | null): Promise<void> {
  if (!kept) return
  const { article, placement } = kept
  if (placement?.duplicateOf) await standFor(app, article.id)
  if (placement) await updateStatus(app)
  app.log('article', { id: article.id, relevant: placement !== null })
}
