import { type App, type ScrapeJob, sendAll } from '../app.ts'
import { addPages, knownPages, type Page } from '../db/pages.ts'
import { claimLook, finishLook, type LookResult } from '../db/scans.ts'
import { findSource, type SourceState, saveSource } from '../db/sources.ts'
import type { Source } from '../source.ts'
import { itemRelevance } from '../story/item-relevance.ts'
import { decode } from './extract/charset.ts'
import { type Item, readFeed } from './feed.ts'
import { type Answer, ask } from './fetch.ts'
import { POLITE_GAP, stateAfter } from './rhythm.ts'

type Scan = Extract<ScrapeJob, { kind: 'scan' }>
type Finding = { result: LookResult; pages: Omit<Page, 'tries'>[] }

/** Looks at one source, keeps its new relevant items as pages, and sends a job for each. */
export async function scanSource(app: App, scan: Scan): Promise<void> {
  if (!(await claimLook(app.db, scan, app.now().toISOString()))) return
  const source = app.config.sources.find(({ id }) => id === scan.sourceId)
  const state = await findSource(app.db, scan.sourceId)
  if (!source || !state) return await endLook(app, scan, failed('not among the sources any more'))
  const tooEarly = waitOf(app, state)
  if (tooEarly) return await endLook(app, scan, tooEarly)
  const answer = await ask(app, source.url, state)
  try {
    await keepItems(app, scan, state, answer, await judge(app, scan, source, answer))
  } catch (error) {
    const finding = { result: failed(`our mistake: ${error}`), pages: [] }
    await keepItems(app, scan, state, answer, finding)
  }
}

async function keepItems(
  app: App,
  scan: Scan,
  state: SourceState,
  answer: Answer,
  { result, pages }: Finding,
): Promise<void> {
  const at = app.now()
  const [added] = await app.db.batch<{ url: string }>([
    addPages(app.db, pages, at.toISOString()),
    saveSource(app.db, stateAfter(state, answer, result, at)),
    finishLook(app.db, scan, at.toISOString(), result),
  ])
  const urls = added?.results.map(({ url }) => url) ?? []
  app.log('look', { source: scan.sourceId, scan: scan.scanId, found: urls.length, ...result })
  await sendAll(
    app.queues.scrape,
    urls.map((url) => ({ kind: 'page', url })),
  )
}

async function judge(app: App, scan: Scan, source: Source, answer: Answer): Promise<Finding> {
  if (answer.kind === 'unchanged') return { result: ended('unchanged', null), pages: [] }
  if (answer.kind !== 'fresh') return { result: ended(answer.kind, answer.reason), pages: [] }
  const feed = readFeed(decode(answer.body, answer.contentType), answer.url)
  if (feed.kind === 'broken') return { result: failed(feed.reason), pages: [] }
  const relevant = feed.items.filter((item) => isRelevant(app, source, item))
  const known = await knownPages(
    app.db,
    relevant.map(({ url }) => url),
  )
  const pages = relevant.filter(({ url }) => !known.has(url)).map((item) => pageOf(item, scan))
  const detail = feed.unreadable.length ? `unreadable: ${feed.unreadable.join('; ')}` : null
  const counts = { items: feed.items.length, relevant: relevant.length }
  return { result: { ...ended('fresh', detail), ...counts }, pages }
}

function isRelevant(app: App, source: Source, { url, title, text }: Item): boolean {
  const why = itemRelevance(app.config.topic, title, text)
  app.log('item', { source: source.id, url, why: why ?? 'names neither film' })
  return why !== null
}

function pageOf({ url, title, published, text }: Item, scan: Scan): Omit<Page, 'tries'> {
  const { sourceId, scanId } = scan
  return { url, sourceId, scanId, title, published, feedText: text }
}

/** Even an admin's rescan waits: nobody asks a publisher more often than is polite. */
function waitOf(app: App, state: SourceState): LookResult | null {
  if (!state.lastScanAt || app.config.newsroom) return null
  const until = new Date(Date.parse(state.lastScanAt) + POLITE_GAP)
  return until > app.now()
    ? ended('refused', `asked less than an hour ago: waits until ${until.toISOString()}`)
    : null
}

async function endLook(app: App, scan: Scan, result: LookResult): Promise<void> {
  await finishLook(app.db, scan, app.now().toISOString(), result).run()
  app.log('look', { source: scan.sourceId, scan: scan.scanId, ...result })
}

function failed(detail: string): LookResult {
  return ended('failed', detail)
}

function ended(outcome: LookResult['outcome'], detail: string | null): LookResult {
  return { outcome, detail, items: null, relevant: null }
}
