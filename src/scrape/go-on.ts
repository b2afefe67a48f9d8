import { type App, sendAll } from '../app.ts'
import { adoptStopped, goOnScan, openWork } from '../db/admin/stop.ts'
import { sendPages } from './jobs.ts'

/** What stopped scans had found of these sources, and not read, is read by another scan. */
export async function adopt(app: App, scanId: string, sourceIds: string[]): Promise<void> {
  const time = app.now().toISOString()
  const { results } = await adoptStopped(app.db, scanId, sourceIds, time).run<{ url: string }>()
  await sendPages(
    app,
    results.map(({ url }) => url),
  )
}

/** Lets a stopped scan go on with what it had found, its pages and its history; `written` with it. */
export async function goOn(app: App, scanId: string, written: D1PreparedStatement): Promise<void> {
  await app.db.batch([goOnScan(app.db, scanId), written])
  const { urls, histories } = await openWork(app.db, scanId, app.now().toISOString())
  await sendPages(app, urls)
  await sendAll(
    app.queues.scrape,
    histories.map((sourceId) => ({ kind: 'backfill', sourceId })),
  )
}
