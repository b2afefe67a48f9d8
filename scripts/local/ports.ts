import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Throws an Error with the cure where two of these loopback ports are one, or one is taken. */
export async function requireFreePorts(ports: Record<string, number>): Promise<void> {
  const seen = new Set<number>()
  for (const [option, port] of Object.entries(ports)) {
    if (seen.has(port)) throw new Error(`--${option} ${port} is asked for twice`)
    seen.add(port)
    if (await isFree(port)) continue
    throw new Error(`Port ${port} is busy. Stop what uses it, or choose another: --${option} N`)
  }
}

/** Waits until nobody listens on a loopback port any more, five seconds at most. */
export async function untilFree(port: number): Promise<void> {
  for (let tries = 0; tries < 50 && !(await isFree(port)); tries++) await wait(100)
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
