import { EventEmitter } from 'node:events'
import { createApp } from '../../demo/mailbox/app.ts'
import { type Box, type MailboxOptions, openBox } from '../../demo/mailbox/box.ts'
import type { Fault } from '../../demo/mailbox/fault.ts'
import type { Chance } from '../../scripts/chance.ts'

/** The mailbox's own engine in this process, asked through `fetch` as if over the wire. */
export type Provider = { box: Box; fetch: typeof fetch; isQuiet: boolean }

/** Opens a mailbox whose calls suffer by chance until `isQuiet` is set. */
export function openProvider(chance: Chance, options: MailboxOptions): Provider {
  const box = openBox({ rateLimit: Number.POSITIVE_INFINITY, ...options })
  const app = createApp(box)
  const provider: Provider = { box, isQuiet: false, fetch: ask }
  return provider

  async function ask(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    box.faults.set(provider.isQuiet ? null : faultOf(chance, await countMails(request.clone())))
    const outgoing = {
      destroyed: false,
      destroy: () => {
        outgoing.destroyed = true
      },
    }
    const incoming = { socket: new EventEmitter() }
    const bindings = { incoming, outgoing } as never // what a fault touches of Node's own
    const response = await app.fetch(request, bindings)
    if (outgoing.destroyed) throw new TypeError('fetch failed')
    return response
  }
}

const CALM = 0.45 // share of calls that go well

function faultOf(chance: Chance, mails: number): Fault | null {
  if (chance.isLucky(CALM)) return null
  const waits = { 'retry-after': chance.one(['1', '30', '600']) }
  return chance.one<Fault>([
    { kind: 'cut-before' },
    { kind: 'cut-after' },
    { kind: 'cut-after' },
    { kind: 'garbage' },
    answer(500, 'internal_server_error'),
    { kind: 'answer', status: 502, body: '<h1>Bad gateway</h1>' },
    { ...answer(429, 'rate_limit_exceeded'), headers: waits },
    answer(429, 'daily_quota_exceeded'),
    answer(409, 'concurrent_idempotent_requests'),
    answer(403, 'invalid_api_key'),
    answer(408, 'application_error'),
    // Refused as a whole: of one mail alone that would be its end.
    ...(mails > 1 ? [answer(422, 'validation_error')] : []),
  ])
}

function answer(status: number, name: string): Fault & { kind: 'answer' } {
  return { kind: 'answer', status, body: { statusCode: status, name, message: name } }
}

async function countMails(request: Request): Promise<number> {
  const mails: unknown = await request.json()
  return Array.isArray(mails) ? mails.length : 0
}
