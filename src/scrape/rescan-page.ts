import type { App } from '../app.ts'
import { openPage, sourceOfPage } from '../db/pages.wanted.ts'
import { addSources } from '../db/sources.ts'
import type { Source } from '../source.ts'
import { canonicalUrl, isSameSite } from '../url.ts'
import { sendPages, type WithScan } from './jobs.ts'
import { CONDITIONAL_GAP, isPlayed } from './politeness.ts'
import { lookAddress } from './source-address.ts'

type Rescan =
  | { kind: 'started' | 'running'; scanId: string }
  /** It was read not long ago. */
  | { kind: 'waiting'; scanId: string; until: string }
  | { kind: 'no address' | 'no source' }

/**
 * Reads one page, whether it was read before or not, under a scan of its own; not more often than once
 * an hour. Its source is the one that showed it, else one of the same site.
 */
export async function rescanPage(
  app: App,
  address: string,
  withScan: WithScan = () => [],
): Promise<Rescan> {
  const url = canonicalUrl(address)
  if (!url) return { kind: 'no address' }
  const source = await sourceFor(app, url)
  if (!source) return { kind: 'no source' }
  const at = app.now().toISOString()
  await addSources(app.db, [{ id: source.id, url: lookAddress(source) }], at).run()
  const wanted = { url, sourceId: source.id, scanId: crypto.randomUUID(), at }
  const gap = isPlayed(app, new URL(url)) ? 0 : CONDITIONAL_GAP / 1000
  const { scanId, nextTryAt } = await openPage(app.db, wanted, gap, ...withScan(wanted.scanId))
  if (scanId !== wanted.scanId) return { kind: 'running', scanId }
  if (nextTryAt > at) return { kind: 'waiting', scanId, until: nextTryAt }
  await sendPages(app, [url])
  return { kind: 'started', scanId }
}

async function sourceFor(app: App, url: string): Promise<Source | undefined> {
  const { sources } = app.config
  const known = await sourceOfPage(app.db, url)
  return (
    sources.find(({ id }) => id === known) ??
    sources.find(({ home }) => isSameSite(home, url)) ??
    sources.find((source) => isSameSite(lookAddress(source), url))
  )
}
