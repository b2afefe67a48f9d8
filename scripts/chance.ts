/** Chance that repeats itself: the same seed, the same luck. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number from 0 up to, not including, `end`. */
  below: (end: number) => number
  one: <T>(of: readonly [T, ...T[]]) => T
  isLucky: (share: number) => boolean
}

/** mulberry32, https://github.com/cprosche/mulberry32: enough for tests, and small. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    one: (of) => of[below(of.length)] ?? of[0],
    isLucky: (share) => next() < share,
  }
}
