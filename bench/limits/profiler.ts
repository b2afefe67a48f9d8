type Node = { id: number; callFrame: { functionName: string } }
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] }

const INTERVAL = 100 // microseconds between two samples
const IDLE = '(idle)'

/**
 * Measures CPU in the Worker's own isolate, by V8's sampling profiler: what the database does beside
 * it in this process does not count, as it does not where it is deployed.
 */
export async function openProfiler(inspector: URL) {
  const socket = new WebSocket(new URL('/core:user:worker', inspector))
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const waiting = new Map<number, (result: unknown) => void>()
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(String(data))
    waiting.get(id)?.(result)
    waiting.delete(id)
  }
  let calls = 0
  const call = <Result>(method: string, params = {}) =>
    new Promise<Result>((resolve) => {
      calls += 1
      waiting.set(calls, (result) => resolve(result as Result))
      socket.send(JSON.stringify({ id: calls, method, params }))
    })
  await call('Profiler.enable')
  await call('Profiler.setSamplingInterval', { interval: INTERVAL })
  return {
    /** Milliseconds of CPU that the Worker took while something was done. */
    cpuOf: async (act: () => Promise<unknown>): Promise<number> => {
      await call('Profiler.start')
      await act()
      const { profile } = await call<{ profile: Profile }>('Profiler.stop')
      return cpuIn(profile)
    },
    close: () => socket.close(),
  }
}

/** Samples that were not idle, each as long as the middle one: gaps are time in other isolates. */
function cpuIn({ nodes, samples, timeDeltas }: Profile): number {
  const idle = new Set(
    nodes.filter(({ callFrame }) => callFrame.functionName === IDLE).map(({ id }) => id),
  )
  const busy = samples.filter((id) => !idle.has(id)).length
  const sorted = timeDeltas.filter((delta) => delta > 0).sort((a, b) => a - b)
  return (busy * (sorted[sorted.length >> 1] ?? INTERVAL)) / 1000
}
