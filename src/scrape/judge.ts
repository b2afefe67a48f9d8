import type { App } from '../app.ts'
import type { LookResult } from '../db/scans.ts'
import type { Hints, SourceHealth, SourceState } from '../db/sources.ts'
import { toHex } from '../seal.ts'
import type { Source } from '../source.ts'
import type { Final } from './fetch.ts'
import type { Item } from './item.ts'
import { readItems } from './items.ts'
import { lookAddress } from './source-address.ts'

const DAY = 24 * 3_600_000 // milliseconds
const LONG_QUIET = 14 * DAY
const UNUSUALLY = 10 // times the usual time between two changes
const EMPTY = '' // the digest of a source that shows nothing

/** What a source showed, where it could be read. */
type Read = { items: number; digest: string; hints: Hints }

/** What a look at a source comes to: its outcome, how the source is, and what it shows. */
export type Finding = {
  result: LookResult
  health: SourceHealth
  read: Read | null
  items: Item[]
}

/** What an answer means for a source. Nothing that it showed before is taken back. */
export async function judge(
  app: App,
  source: Source,
  state: SourceState,
  answer: Final,
): Promise<Finding> {
  if (answer.kind === 'unchanged') return unchanged(state, app.now())
  if (answer.kind !== 'fresh') {
    const outcome = answer.kind === 'refused' ? 'refused' : 'failed'
    const until = answer.kind === 'refused' && answer.until
    const detail = until ? `${answer.reason}; not before ${until}` : answer.reason
    return nothing(outcome, healthOf(answer), detail)
  }
  const other = app.config.sources.find(
    (one) => one.id !== source.id && lookAddress(one) === answer.url,
  )
  if (other) return nothing('failed', 'suspect', `it leads to the address of source ${other.id}`)
  const reading = await readItems(source, answer, app.now())
  if (reading.kind === 'broken') return nothing('failed', 'suspect', reading.reason)
  const { items, unreadable, hints } = reading
  const read = { items: items.length, digest: await digestOf(items), hints }
  const detail = unreadable.length ? `unreadable: ${unreadable.join('; ')}` : null
  if (!items.length && !hints.more?.length && (state.items ?? 0) > 0) {
    const reason = `it shows nothing, and showed ${state.items} items before`
    return { ...nothing('failed', 'suspect', reason), read }
  }
  return { result: ended('fresh', detail), health: 'ok', read, items }
}

/** Nothing new, by the server's word. */
function unchanged(state: SourceState, now: Date): Finding {
  const wasEmpty = state.state === 'suspect' && state.shown === EMPTY
  const quiet = state.lastChangeAt ? now.getTime() - Date.parse(state.lastChangeAt) : 0
  const isOdd = quiet > LONG_QUIET && quiet > UNUSUALLY * (state.rhythm ?? Infinity) * 1000
  const days = Math.floor(quiet / DAY)
  const doubt = wasEmpty
    ? 'it still shows nothing'
    : isOdd && `it says “not modified” for ${days} days, and used to change often`
  return nothing('unchanged', doubt ? 'suspect' : 'ok', doubt || null)
}

/** How a source is by what stood in the way of its items. */
function healthOf(answer: Exclude<Final, { kind: 'fresh' | 'unchanged' }>): SourceHealth {
  switch (answer.kind) {
    case 'refused':
      return answer.until ? 'slow' : 'blocked'
    case 'gone':
      return 'gone'
    case 'failed':
      return answer.isTrouble ? 'slow' : 'suspect'
  }
}

/** A failed look for a reason of ours. */
export function mistake(error: unknown): Finding {
  return nothing('failed', 'suspect', `our mistake: ${error}`)
}

/** How a look ended of which there are no items to count. */
export function ended(outcome: LookResult['outcome'], detail: string | null): LookResult {
  return { outcome, detail, items: null, relevant: null }
}

function nothing(
  outcome: LookResult['outcome'],
  health: SourceHealth,
  detail: string | null,
): Finding {
  return { result: ended(outcome, detail), health, read: null, items: [] }
}

/** Changes when an item comes, goes or is called otherwise; dates and texts may change each time. */
export async function digestOf(items: Item[]): Promise<string> {
  if (!items.length) return EMPTY
  const lines = items.map(({ url, title }) => `${url} ${title}`).sort()
  const bytes = new TextEncoder().encode(lines.join('\n'))
  return toHex((await crypto.subtle.digest('SHA-256', bytes)).slice(0, 12))
}
