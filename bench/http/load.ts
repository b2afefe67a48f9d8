import { Agent, get } from 'node:http'

const CLIENTS = 4 // at a time

/** How answers to one question came. */
export type Load = {
  /** Answers a second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** What each status was answered with, and how often. */
  statuses: Record<number, number>
  /** Bytes of the last body. */
  bytes: number
}

/** Asks so many questions, the nth made by `path(n)`, over kept connections. */
export async function load(
  url: URL,
  path: (n: number) => string,
  count: number,
  headers: Record<string, string> = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  const times: number[] = []
  const statuses: Record<number, number> = {}
  let asked = 0
  let bytes = 0
  const client = async () => {
    while (asked < count) {
      const start = performance.now()
      const answer = await ask(new URL(path(asked++), url), agent, headers)
      times.push(performance.now() - start)
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      bytes = answer.bytes
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return { rate: count / seconds, p50: at(0.5) ?? 0, p99: at(0.99) ?? 0, statuses, bytes }
}

function ask(url: URL, agent: Agent, headers: Record<string, string>) {
  return new Promise<{ status: number; bytes: number }>((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }))
    }).on('error', reject)
  })
}
