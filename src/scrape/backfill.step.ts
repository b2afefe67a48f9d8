import type { App } from '../app.ts'
import { type Backfill, claimBackfill, finishBackfill, putOffBackfill } from '../db/backfills.ts'
import { addPages, HELD, unholdPages } from '../db/pages.found.ts'
import type { Source } from '../source.ts'
import { ask } from './fetch.ts'
import type { Item } from './item.ts'
import { readItems } from './items.ts'
import { type Later, laterAt } from './jobs.ts'
import { digestOf } from './judge.ts'
import { newPages, relevantItems } from './new-pages.ts'
import { historyAddress } from './source-address.ts'

const STEP_GAP = 60 // seconds from one step of a history to the next
const PAGE_GAP = 30 // seconds from one of its articles to the next, on average
const MOST_STEPS = 500
const MOST_TRIES = 5
const FIRST_WAIT = 15 * 60 // seconds, four times as long after each further failure

type Step =
  | { kind: 'shown'; items: Item[] }
  | { kind: 'end'; note: string }
  | { kind: 'failed'; note: string; until: string | null }
  | { kind: 'busy'; until: string }

/** Does the next step of a source's history where it is due: one request, and a minute until the next. */
export async function stepBackfill(app: App, sourceId: string): Promise<Later | undefined> {
  const backfill = await claimBackfill(app.db, sourceId, app.now().toISOString())
  if (!backfill) return undefined
  const source = app.config.sources.find(({ id }) => id === sourceId)
  if (!source) return await finish(app, backfill, 'not among the sources any more')
  const step = await takeStep(app, source, backfill)
  app.log('backfill', { source: sourceId, step: backfill.step, came: step.kind })
  switch (step.kind) {
    case 'shown':
      return await keepStep(app, source, backfill, step.items)
    case 'busy':
      return await putOff(app, backfill, step.until)
    case 'failed':
      return await tryAgain(app, backfill, step)
    case 'end':
      return await finish(app, backfill, step.note)
  }
}

async function takeStep(app: App, source: Source, { step, ...history }: Backfill): Promise<Step> {
  const address = step < MOST_STEPS ? historyAddress(source, step, endOf(history, app.now())) : null
  if (!address) return { kind: 'end', note: `all ${step} steps are read` }
  const answer = await ask(app, address)
  if (answer.kind === 'busy') return answer
  if (answer.kind === 'refused') return { kind: 'failed', note: answer.reason, until: answer.until }
  if (answer.kind === 'gone' || answer.kind === 'failed') {
    const note = `step ${step}: ${answer.reason}`
    const isEnd = answer.kind === 'gone' || answer.reason.startsWith('HTTP 404')
    return isEnd ? { kind: 'end', note } : { kind: 'failed', note, until: null }
  }
  if (answer.kind === 'unchanged') {
    return { kind: 'failed', note: 'HTTP 304 to a first question', until: null }
  }
  const reading = await readItems(source, answer, app.now())
  if (reading.kind === 'broken') return { kind: 'failed', note: reading.reason, until: null }
  return { kind: 'shown', items: reading.items }
}

/** The last moment of interest: a history by months has no step after it. */
function endOf({ coversUntil }: Pick<Backfill, 'coversUntil'>, now: Date): Date {
  const end = coversUntil === null ? now : new Date(`${coversUntil}T23:59:59Z`)
  return end < now ? end : now
}

async function keepStep(
  app: App,
  source: Source,
  backfill: Backfill,
  items: Item[],
): Promise<Later | undefined> {
  const shown = await digestOf(items)
  const isSame = !items.length || shown === backfill.shown
  const isQuietMonth = isSame && source.kind === 'news-api' // which is not the last one
  const end = isSame && !isQuietMonth ? 'nothing more' : beyondOf(source, backfill, items)
  if (end) return await finish(app, backfill, `step ${backfill.step} shows ${end}`)
  const covered = items.filter((item) => isCovered(backfill, item))
  const pages = await newPages(app, backfill, relevantItems(app, source, covered))
  const next = { ...backfill, step: backfill.step + 1, tries: 0, shown, note: null }
  const at = app.now().toISOString()
  const nextAt = after(app, STEP_GAP)
  await app.db.batch([...addPages(app.db, pages, at, HELD), putOffBackfill(app.db, next, nextAt)])
  return laterAt(app, nextAt)
}

/** Whether an item is of the days that are wanted; one without a date may be. */
function isCovered({ coversFrom, coversUntil }: Backfill, { published }: Item): boolean {
  const day = published?.slice(0, 10) ?? null
  if (day === null) return true
  return (coversFrom === null || day >= coversFrom) && (coversUntil === null || day <= coversUntil)
}

/** What tells that the steps have left the days that are wanted; null while they may still come. */
function beyondOf(source: Source, { coversFrom, coversUntil }: Backfill, items: Item[]) {
  const days = items.map(({ published }) => published?.slice(0, 10) ?? null)
  const isAll = (is: (day: string) => boolean) => days.every((day) => day !== null && is(day))
  if (source.kind === 'search' && source.oldestFirst) {
    const isLater = coversUntil !== null && isAll((day) => day > coversUntil)
    return isLater ? `only what is later than ${coversUntil}` : null
  }
  const isPaged = source.kind === 'search' || source.kind === 'listing'
  const isOlder = isPaged && coversFrom !== null && isAll((day) => day < coversFrom)
  return isOlder ? `only what is older than ${coversFrom}` : null
}

/** A failed step comes again with growing waits, or when it may; in the end the history ends. */
async function tryAgain(
  app: App,
  backfill: Backfill,
  { note, until }: Step & { kind: 'failed' },
): Promise<Later | undefined> {
  if (backfill.tries + 1 >= MOST_TRIES) return await finish(app, backfill, note)
  const tries = until ? backfill.tries : backfill.tries + 1
  const again = until ?? after(app, FIRST_WAIT * 4 ** backfill.tries)
  return await putOff(app, { ...backfill, tries, note }, again)
}

async function putOff(app: App, backfill: Backfill, until: string): Promise<Later> {
  await putOffBackfill(app.db, backfill, until).run()
  return laterAt(app, until)
}

/** What was found is read from now on, the oldest first. */
async function finish(app: App, { sourceId, scanId }: Backfill, note: string): Promise<undefined> {
  const at = app.now().toISOString()
  await app.db.batch([
    finishBackfill(app.db, sourceId, at, note),
    unholdPages(app.db, scanId, at, PAGE_GAP),
  ])
}

function after(app: App, seconds: number): string {
  return new Date(app.now().getTime() + seconds * 1000).toISOString()
}
