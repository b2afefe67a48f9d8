import { type App, type ScrapeJob, sendAll } from '../app.ts'
import { forgetValidators } from '../db/addresses.ts'
import { dueBackfills, freeBackfills } from '../db/backfills.ts'
import { freeHosts } from '../db/hosts.ts'
import { duePages, freePages } from '../db/pages.ts'
import { unplacedArticles } from '../db/places.ts'
import { keepLists } from '../db/public/lists.ts'
import { findOpenScan, freeLooks, idleLooks, openScan } from '../db/scans.ts'
import { addSources, dueSources } from '../db/sources.ts'
import { stepBackfill } from './backfill.step.ts'
import { adopt } from './go-on.ts'
import { type Later, sendPages, type WithScan } from './jobs.ts'
import { readPage } from './page.ts'
import { placeAgain } from './place-again.ts'
import { resumeReading, stepReread } from './reread.ts'
import { scanSource } from './scan.ts'
import { lookAddress } from './source-address.ts'
import { stepStatus } from './update-status.ts'

const ABANDONED = 5 * 60_000 // milliseconds after which work that was begun counts as left
const CRON_GAP = 15 * 60 // seconds
const JOBS_AT_ONCE = 100 // of each kind, sent by one cron

/** Opens looks at all sources that are due at `at`, and sends whatever is to be done. */
export async function scanDue(app: App, at: Date): Promise<void> {
  const time = at.toISOString()
  const ids = app.config.sources.map(({ id }) => id)
  await addSources(app.db, addresses(app), time).run()
  const due = await dueSources(app.db, ids, time)
  if (due.length) await openScan(app.db, newScan('cron', time), due)
  await freeAbandoned(app, at)
  const { isRereading, isToBegin } = await resumeReading(app)
  await sendAll(app.queues.scrape, await openJobs(app, time, isRereading))
  await sendPages(app, await duePages(app.db, time, JOBS_AT_ONCE))
  if (!isToBegin) await keepLists(app.db, app.config.version, time)
}

/** What a Worker that was cut off had begun is for anybody again. */
async function freeAbandoned(app: App, at: Date): Promise<void> {
  const before = new Date(at.getTime() - ABANDONED).toISOString()
  await app.db.batch([
    freeLooks(app.db, before),
    freePages(app.db, before),
    freeHosts(app.db, before),
    freeBackfills(app.db, before),
  ])
}

/** A job for each open look, unplaced article and due step of a history that nobody works on. */
async function openJobs(app: App, time: string, isRereading: boolean): Promise<ScrapeJob[]> {
  const [looks, articles, histories] = await Promise.all([
    idleLooks(app.db, JOBS_AT_ONCE),
    isRereading ? [] : unplacedArticles(app.db, JOBS_AT_ONCE), // else placed on the way
    dueBackfills(app.db, time),
  ])
  return [
    ...looks.map((look) => ({ kind: 'scan', ...look }) as const),
    ...articles.map((articleId) => ({ kind: 'place', articleId }) as const),
    ...histories.map((sourceId) => ({ kind: 'backfill', sourceId }) as const),
  ]
}

/** A scan that an admin asks for: of one source, or of all where none is named. */
export async function rescan(
  app: App,
  sourceId: string | null,
  withScan: WithScan = () => [],
): Promise<{ kind: 'started' | 'running'; scanId: string } | { kind: 'unknown source' }> {
  const all = app.config.sources.map(({ id }) => id)
  const ids = sourceId === null ? all : all.filter((id) => id === sourceId)
  if (!ids.length) return { kind: 'unknown source' }
  const time = app.now().toISOString()
  await addSources(app.db, addresses(app), time).run()
  const scan = newScan('admin', time)
  const opened = await openScan(app.db, scan, ids, ...withScan(scan.id))
  if (opened.length) {
    await sendAll(
      app.queues.scrape,
      opened.map((id) => ({ kind: 'scan', sourceId: id, scanId: scan.id })),
    )
    await adopt(app, scan.id, opened)
    return { kind: 'started', scanId: scan.id }
  }
  const running = await findOpenScan(app.db, ids)
  return running ? { kind: 'running', scanId: running } : await rescan(app, sourceId, withScan)
}

/**
 * The same of one source, all of which is asked for whatever its server says of changes; still not
 * more often than once a day.
 */
export async function rescanAnew(
  app: App,
  sourceId: string,
  withScan: WithScan,
): ReturnType<typeof rescan> {
  const source = app.config.sources.find(({ id }) => id === sourceId)
  if (!source) return { kind: 'unknown source' }
  const url = lookAddress(source)
  return await rescan(app, sourceId, (id) => [forgetValidators(app.db, url, id), ...withScan(id)])
}

/** Does one job of the scrape queue; one whose host is being asked already is sent again for later. */
export async function runScrapeJob(app: App, job: ScrapeJob): Promise<void> {
  const later = await doJob(app, job)
  if (!later || later.retryAfterSeconds > CRON_GAP) return // the cron finds it where it is kept
  app.log('job.later', { kind: job.kind, seconds: later.retryAfterSeconds })
  await app.queues.scrape.send(job, { delaySeconds: later.retryAfterSeconds })
}

async function doJob(app: App, job: ScrapeJob): Promise<Later | undefined> {
  switch (job.kind) {
    case 'scan':
      return await scanSource(app, job)
    case 'page':
      return await readPage(app, job.url)
    case 'place':
      await placeAgain(app, job.articleId)
      return undefined
    case 'status':
      await stepStatus(app)
      return undefined
    case 'reread':
      await stepReread(app)
      return undefined
    case 'backfill':
      return await stepBackfill(app, job.sourceId)
  }
}

function addresses({ config }: App): { id: string; url: string }[] {
  return config.sources.map((source) => ({ id: source.id, url: lookAddress(source) }))
}

function newScan(requestedBy: 'cron' | 'admin', requestedAt: string) {
  return { id: crypto.randomUUID(), requestedBy, requestedAt }
}
