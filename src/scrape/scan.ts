import type { App, ScrapeJob } from '../app.ts'
import { keepValidators } from '../db/addresses.ts'
import { wantAgain } from '../db/pages.again.ts'
import { addPages } from '../db/pages.found.ts'
import { claimLook, finishLook, type LookResult, releaseLook } from '../db/scans.ts'
import { findSource, type SourceState, saveSource } from '../db/sources.ts'
import type { Source } from '../source.ts'
import { askOn, type Final } from './fetch.ts'
import { addressOf, stateAfter } from './health.ts'
import type { Item } from './item.ts'
import { type Later, laterAt, sendPages } from './jobs.ts'
import { ended, type Finding, judge, mistake } from './judge.ts'
import { newPages, relevantItems } from './new-pages.ts'
import { type Part, readParts } from './parts.ts'
import { isPlayed } from './politeness.ts'
import { openTime } from './rhythm.ts'
import { lookAddress } from './source-address.ts'
import { travel } from './trip.ts'

type Scan = Extract<ScrapeJob, { kind: 'scan' }>
type Seen = { answer: Final; finding: Finding; parts: Part[] }

/**
 * Looks at one source, keeps its new relevant items as pages, and sends a job for each. Where its
 * host is being asked by somebody else, the look is given back until later.
 */
export async function scanSource(app: App, scan: Scan): Promise<Later | undefined> {
  if (!(await claimLook(app.db, scan, app.now().toISOString()))) return undefined
  const source = app.config.sources.find(({ id }) => id === scan.sourceId)
  const state = await findSource(app.db, scan.sourceId)
  if (!source || !state) {
    return await endLook(app, scan, ended('failed', 'not among the sources any more'))
  }
  const tooEarly = refusalOf(app, source, state)
  if (tooEarly) return await endLook(app, scan, ended('refused', tooEarly))
  return await look(app, scan, source, state)
}

async function look(
  app: App,
  scan: Scan,
  source: Source,
  state: SourceState,
): Promise<Later | undefined> {
  const seen = await travel(app, async (trip) => {
    const address = addressOf(source, state)
    const answer = await askOn(trip, address, 'feed')
    if (answer.kind === 'busy') return answer
    const finding = await judge(app, source, state, answer).catch(mistake)
    const hints = finding.read?.hints ?? state.hints
    const parts = finding.health === 'ok' ? await readParts(trip, source, hints.more ?? []) : []
    return { answer, finding, parts }
  })
  if ('until' in seen) {
    await releaseLook(app.db, scan)
    return laterAt(app, seen.until)
  }
  await keep(app, scan, source, state, seen).catch((error) =>
    keep(app, scan, source, state, { ...seen, finding: mistake(error), parts: [] }),
  )
  return undefined
}

async function keep(
  app: App,
  scan: Scan,
  source: Source,
  state: SourceState,
  { answer, finding, parts }: Seen,
): Promise<void> {
  const at = app.now()
  const items = [...finding.items, ...parts.flatMap((part) => part.items)]
  const relevant = relevantItems(app, source, items)
  const result = resultOf(finding, items, relevant, parts)
  const pages = await newPages(app, scan, relevant)
  const adding = addPages(app.db, pages, at.toISOString())
  const results = await app.db.batch<{ url: string }>([
    ...adding,
    saveSource(app.db, stateAfter(state, answer, { ...finding, result }, at)),
    finishLook(app.db, scan, at.toISOString(), result),
    ...validatorsOf(app, answer, finding, parts),
    ...changedPages(app, relevant),
  ])
  const urls = results
    .slice(0, adding.length)
    .flatMap((added) => added.results.map(({ url }) => url))
  const { health } = finding
  app.log('look', {
    source: scan.sourceId,
    scan: scan.scanId,
    found: urls.length,
    health,
    ...result,
  })
  await sendPages(app, urls)
}

/** What its source says was changed is looked at again, if that was after we last did. */
function changedPages(app: App, items: Item[]): D1PreparedStatement[] {
  const changed = items.flatMap(({ url, published, updated }) =>
    updated && updated !== published ? [{ url, updated }] : [],
  )
  return wantAgain(app.db, changed, app.now().toISOString())
}

/** Renewed by every 200 that is what it should be and by a 304; kept through anything else. */
function validatorsOf(
  app: App,
  answer: Final,
  { read }: Finding,
  parts: Part[],
): D1PreparedStatement[] {
  const given = parts.flatMap((part) => part.given ?? [])
  if (answer.kind === 'unchanged' || (answer.kind === 'fresh' && read)) given.unshift(answer)
  return given.map(({ kind, url, validators }) =>
    keepValidators(app.db, url, validators, kind === 'fresh'),
  )
}

function resultOf(
  { result, read }: Finding,
  items: Item[],
  relevant: Item[],
  parts: Part[],
): LookResult {
  const troubles = [result.detail, ...parts.map(({ trouble }) => trouble)].filter((one) => one)
  const detail = troubles.length ? troubles.join('; ') : null
  if (!read && !parts.length) return { ...result, detail }
  const outcome = parts.some((part) => part.items.length) ? 'fresh' : result.outcome
  return { outcome, detail, items: items.length, relevant: relevant.length }
}

/** Why there is no look now, and until when. An admin waits too: nothing overrides a publisher. */
function refusalOf(app: App, source: Source, state: SourceState): string | null {
  if (state.state === 'gone' || state.state === 'paused') {
    return `${state.state}: ${state.lastError ?? 'no reason given'}; until an operator resumes it`
  }
  if (isPlayed(app, new URL(lookAddress(source)))) return null
  const now = app.now().toISOString()
  const wanted = state.notBefore && state.notBefore > now ? state.notBefore : now
  const open = openTime(Date.parse(wanted), state.hints)
  if (open <= now) return null
  return `${state.lastError ?? 'it was looked at not long ago'}; not before ${open}`
}

async function endLook(app: App, scan: Scan, result: LookResult): Promise<undefined> {
  await finishLook(app.db, scan, app.now().toISOString(), result).run()
  app.log('look', { source: scan.sourceId, scan: scan.scanId, ...result })
}
