/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export type Random = () => number

/** A source of numbers that every run of a bench draws alike. */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number below `below`. */
export function upTo(random: Random, below: number): number {
  return Math.floor(random() * below)
}

/** One of a list that is not empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const one = list[upTo(random, list.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}
