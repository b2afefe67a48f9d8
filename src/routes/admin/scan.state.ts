import type { ScanProgress, SourceProgress } from '../../db/admin/progress.ts'

/** How a scan is: `waiting` where nothing is to be done before `until`. */
export type ScanState = { state: 'running' | 'waiting' | 'stopped' | 'done'; until: string | null }

/** How a scan is at a moment. */
export function stateOf(scan: ScanProgress, now: Date): ScanState {
  if (!isOpen(scan)) return { state: scan.stoppedAt ? 'stopped' : 'done', until: null }
  if (scan.stoppedAt) return { state: 'stopped', until: null }
  const until = nextOf(scan)
  const isLater = until !== null && Date.parse(until) > now.getTime() + 10_000
  return isLater ? { state: 'waiting', until } : { state: 'running', until: null }
}

/** How much of a source's part is done, for a bar: a look counts as one page does. */
export function doneOf({ wanted, finishedAt, found, read, givenUp }: SourceProgress): {
  done: number
  of: number
} {
  const look = wanted === 'look' ? 1 : 0
  return { done: (look && finishedAt ? 1 : 0) + read + givenUp, of: look + found }
}

function isOpen({ looks, history }: ScanProgress): boolean {
  const isReading = history !== null && history.finishedAt === null
  return isReading || looks.some((look) => doneOf(look).done < doneOf(look).of)
}

/** When there is something to do next; null where it is now, or nobody can know. */
function nextOf({ looks, history }: ScanProgress): string | null {
  if (history && history.finishedAt === null) return history.nextAt
  if (looks.some(({ wanted, finishedAt }) => wanted === 'look' && !finishedAt)) return null
  const times = looks.flatMap(({ nextTryAt }) => nextTryAt ?? [])
  return times.sort()[0] ?? null
}
