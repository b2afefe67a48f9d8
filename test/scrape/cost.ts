const TRIES = 5 // the best of them counts: the first ones warm up, and others share the machine

/** CPU time of the thread (ms) that an act takes: the best of some tries, or the first within `most`. */
export function costOf(act: () => unknown, most = 0): number {
  let best = Number.POSITIVE_INFINITY
  for (let left = TRIES; left > 0 && best > most; left--) {
    const before = process.threadCpuUsage()
    act()
    const { user, system } = process.threadCpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}
