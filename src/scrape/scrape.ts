import { type App, type ScrapeJob, sendAll } from '../app.ts'
import { duePages } from '../db/pages.ts'
import { unplacedArticles } from '../db/places.ts'
import { findOpenScan, idleLooks, openScan } from '../db/scans.ts'
import { addSources, dueSources } from '../db/sources.ts'
import { placeAgain } from './keep.ts'
import { readPage } from './page.ts'
import { LOOK_LEASE, scanSource } from './scan.ts'

const PAGES_AT_ONCE = 100 // jobs sent by one cron

/** Opens looks at all sources that are due, and takes up what a lost message left undone. */
export async function scanDue(app: App, at: Date): Promise<void> {
  const time = at.toISOString()
  const ids = app.config.sources.map(({ id }) => id)
  await addSources(app.db, ids, time).run()
  const due = await dueSources(app.db, ids, time)
  if (due.length) await openScan(app.db, newScan('cron', time), due)
  const looks = await idleLooks(app.db, new Date(at.getTime() - LOOK_LEASE).toISOString())
  await sendAll(
    app.queues.scrape,
    looks.map((look) => ({ kind: 'scan', ...look })),
  )
  const places = await unplacedArticles(app.db, PAGES_AT_ONCE)
  await sendAll(
    app.queues.scrape,
    places.map((articleId) => ({ kind: 'place', articleId })),
  )
  const pages = await duePages(app.db, time, PAGES_AT_ONCE)
  await sendAll(
    app.queues.scrape,
    pages.map((url) => ({ kind: 'page', url })),
  )
}

/** A scan that an admin asks for: of one source, or of all where none is named. */
export async function rescan(
  app: App,
  sourceId: string | null,
): Promise<{ kind: 'started' | 'running'; scanId: string } | { kind: 'unknown source' }> {
  const all = app.config.sources.map(({ id }) => id)
  const ids = sourceId === null ? all : all.filter((id) => id === sourceId)
  if (!ids.length) return { kind: 'unknown source' }
  const time = app.now().toISOString()
  await addSources(app.db, all, time).run()
  const scan = newScan('admin', time)
  const opened = await openScan(app.db, scan, ids)
  await sendAll(
    app.queues.scrape,
    opened.map((id) => ({ kind: 'scan', sourceId: id, scanId: scan.id })),
  )
  if (opened.length) return { kind: 'started', scanId: scan.id }
  const running = await findOpenScan(app.db, ids)
  return running ? { kind: 'running', scanId: running } : await rescan(app, sourceId)
}

/** Does one job of the scrape queue. */
export async function runScrapeJob(app: App, job: ScrapeJob): Promise<void> {
  switch (job.kind) {
    case 'scan':
      return await scanSource(app, job)
    case 'page':
      return await readPage(app, job.url)
    case 'place':
      return await placeAgain(app, job.articleId)
  }
}

function newScan(requestedBy: 'cron' | 'admin', requestedAt: string) {
  return { id: crypto.randomUUID(), requestedBy, requestedAt }
}
