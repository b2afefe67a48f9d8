import type { App, JobQueue, ScrapeJob } from '../app.ts'
import { keepReasons } from '../db/rereading.reasons.ts'
import {
  beginRereading,
  finishRereading,
  markReread,
  nextToReread,
  type OldArticle,
  type ReadingWork,
  readingWork,
} from '../db/rereading.ts'
import { placeAgain } from './place-again.ts'
import { readAgain } from './revise.ts'

const LOOKED_AT = 20 // articles that one job looks at
const MANY = 12 // statements that an invocation has run, so that it reads no further article
const READ = 2 // of them that it reads or places again: what 10 ms of CPU and 50 queries allow
const REASONS = 10 // changes of the status whose reasons one job keeps

/**
 * Sends the job that goes on with reading everything again, where the rules have changed, and the one
 * that derives the status, where either is due: messages may be lost.
 */
export async function resumeReading(app: App): Promise<ReadingWork> {
  const { db, queues } = app
  const found = await readingWork(db)
  if (found.isToBegin) await beginRereading(db, app.now().toISOString())
  const work = found.isToBegin ? await readingWork(db) : found
  if (work.isRereading) await queues.scrape.send({ kind: 'reread' })
  else if (work.hasStatus) await queues.scrape.send({ kind: 'status' })
  return { ...work, isToBegin: found.isToBegin }
}

/**
 * Reads the next articles by the rules of today, the earliest first, each with what was before it
 * read already. Cut off or run twice, it goes on where the last finished job ended. The status of the
 * rules before is shown until all is read and derived.
 */
export async function stepReread(app: App): Promise<void> {
  const { db, queues } = app
  if (!(await keepReasons(db, REASONS))) {
    const next = await nextToReread(db, LOOKED_AT)
    if (!next) return
    const last = next.articles.at(-1)
    if (!last) return await finish(app)
    const to = (await readSome(app, next.articles)) ?? last
    const count = 1 + next.articles.indexOf(to)
    const skipped = next.articles.slice(0, count).filter(({ isSkipped }) => isSkipped).length
    await markReread(db, next.from, to, { count, skipped })
    app.log('reread', { article: to.id, articles: count, skipped })
  }
  await queues.scrape.send({ kind: 'reread' })
}

async function finish(app: App): Promise<void> {
  await finishRereading(app.db, app.now().toISOString())
  app.log('reread', { isDone: true })
  await app.queues.scrape.send({ kind: 'status' })
}

/** The last article up to which all are read and placed; null where that is all of them. */
async function readSome(app: App, articles: OldArticle[]): Promise<OldArticle | null> {
  const old = articles.filter(({ isRead, isPlaced }) => !isRead || !isPlaced).slice(0, READ)
  for (const [nth, one] of old.entries()) {
    if (one.isRead) await placeAgain(quietly(app), one.id)
    else await readAgain(quietly(app), one.url)
    const isLast = nth + 1 === READ || (app.spent?.() ?? 0) > MANY
    if (isLast) return one
  }
  return null
}

/** Whatever has to be placed anew because of an article is later than it: its turn is to come. */
function quietly(app: App): App {
  return { ...app, queues: { ...app.queues, scrape: NOBODY } }
}

const NOBODY: JobQueue<ScrapeJob> = {
  send: () => Promise.resolve(),
  sendBatch: () => Promise.resolve(),
}
