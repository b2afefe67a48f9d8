import { vi } from 'vitest'

/** 2026-03-01 was a Sunday. */
export const START = Date.parse('2026-03-01T00:00:00Z')
export const HOUR = 3_600_000 // milliseconds
export const DAY = 24 * HOUR

const OURS = 1000 // milliseconds: only the code under test sets timers as long as that

type Timer = { at: number; ring: () => void }

/** A clock that only the simulation moves; timers of the code under test run by it. */
export type Clock = { now: number; timers: Map<number, Timer> }

/** Starts a clock. The database has timers of its own, so that not all of them can be faked. */
export function newClock(): Clock {
  vi.restoreAllMocks()
  const clock: Clock = { now: START, timers: new Map() }
  const { setTimeout: real, clearTimeout: clear } = globalThis
  let last = -1 // no real timer has such a number
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((ring: () => void, wait = 0) => {
    if (wait < OURS) return real(ring, wait)
    clock.timers.set(--last, { at: clock.now + wait, ring })
    return last
  }) as never)
  vi.spyOn(globalThis, 'clearTimeout').mockImplementation(((timer: number) => {
    if (!clock.timers.delete(timer)) clear(timer)
  }) as never)
  return clock
}

/** Time passes while a server takes its time: timers ring as they would. */
export async function pass(clock: Clock, seconds: number): Promise<void> {
  await scheduler.wait(0)
  const end = clock.now + seconds * 1000
  for (const [timer, { at, ring }] of clock.timers) {
    if (at > end) continue
    clock.now = Math.max(clock.now, at)
    clock.timers.delete(timer)
    ring()
  }
  await scheduler.wait(0)
}
