import type { App } from '../app.ts'
import { openBackfill } from '../db/backfills.ts'
import { addSources } from '../db/sources.ts'
import type { WithScan } from './jobs.ts'
import { firstStep, historyAddress, lookAddress } from './source-address.ts'

/** Days, as 2024-03-14, both included; null: without an end on that side. */
type Range = { from: string | null; until: string | null }

const EVER: Range = { from: null, until: null }

/**
 * Begins to read the history of a source, all of it or what is of some days, once; tells the scan
 * under which it goes.
 */
export async function startBackfill(
  app: App,
  sourceId: string,
  { from, until }: Range = EVER,
  withScan: WithScan = () => [],
): Promise<
  { kind: 'started' | 'running'; scanId: string } | { kind: 'unknown source' | 'no history' }
> {
  const source = app.config.sources.find(({ id }) => id === sourceId)
  if (!source) return { kind: 'unknown source' }
  if (!historyAddress(source, 0, app.now())) return { kind: 'no history' }
  const at = app.now().toISOString()
  await addSources(app.db, [{ id: sourceId, url: lookAddress(source) }], at).run()
  const wanted = crypto.randomUUID()
  const days = { coversFrom: from, coversUntil: until }
  const history = { sourceId, scanId: wanted, step: firstStep(source, from), ...days }
  const scanId = await openBackfill(app.db, history, at, ...withScan(wanted))
  if (scanId !== wanted) return { kind: 'running', scanId }
  await app.queues.scrape.send({ kind: 'backfill', sourceId })
  return { kind: 'started', scanId }
}
