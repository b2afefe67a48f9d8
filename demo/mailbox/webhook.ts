import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { EventBody } from './event.ts'

const WAITS = [0, 200, 1000, 5000] // ms before each try; Resend itself tries for 10 hours
const TIME_OUT = 10_000 // ms

export type Webhook = { url: string; secret: string }

/** `svixId` repeats an event, `svixTimestamp` (seconds) ages it, `secret` signs it wrongly. */
export type Disguise = {
  svixId?: string | undefined
  svixTimestamp?: number | undefined
  secret?: string | undefined
}

export type Postman = ReturnType<typeof createPostman>

/**
 * Posts signed events to one webhook in order, one at a time, and retries those that fail. The
 * address must be loopback: the stand-in talks to nobody else.
 */
export function createPostman({ url, secret }: Webhook, report: (line: string) => void) {
  if (!isLoopback(url)) throw new Error(`The webhook must be a loopback address, not ${url}`)
  if (secretBytes(secret).length === 0) throw new Error('The webhook secret must be whsec_…')
  const stop = new AbortController()
  let last = Promise.resolve()

  async function post(body: EventBody, disguise: Disguise = {}): Promise<number> {
    const text = JSON.stringify(body)
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed(text, secret, disguise) },
      body: text,
      redirect: 'manual',
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(TIME_OUT)]),
    })
    await response.body?.cancel()
    return response.status
  }

  async function insist(body: EventBody): Promise<void> {
    const svixId = newId()
    for (const ms of WAITS) {
      await wait(ms, undefined, { signal: stop.signal })
      if (await post(body, { svixId }).then(isOk, () => false)) return
    }
    report(`The webhook ${url} did not take ${body.type}`)
  }

  return {
    post,
    /** Queues an event; best effort. */
    enqueue(body: EventBody): void {
      last = last.then(() => insist(body)).catch(() => undefined)
    },
    /** When all that is queued now has been posted or given up. */
    settled: () => last,
    stop: () => stop.abort(),
  }
}

/**
 * The three headers of a signed event, as Svix defines them and Resend sends them.
 * https://docs.svix.com/receiving/verifying-payloads/how-manual
 */
export function signed(
  body: string,
  secret: string,
  disguise: Disguise = {},
): Record<'svix-id' | 'svix-timestamp' | 'svix-signature', string> {
  const id = disguise.svixId ?? newId()
  // The wire's clock is the real one: receivers allow five minutes, whatever time a test plays.
  const timestamp = disguise.svixTimestamp ?? Math.floor(Date.now() / 1000)
  const mac = createHmac('sha256', secretBytes(disguise.secret ?? secret)).update(
    `${id}.${timestamp}.${body}`,
  )
  return {
    'svix-id': id,
    'svix-timestamp': String(timestamp),
    'svix-signature': `v1,${mac.digest('base64')}`,
  }
}

function newId(): string {
  return `msg_${randomUUID().replaceAll('-', '')}`
}

function secretBytes(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300
}

function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname)
  return isLocal && (protocol === 'http:' || protocol === 'https:')
}
