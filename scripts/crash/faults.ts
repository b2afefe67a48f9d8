import type { Fault as MailFault } from '../../demo/mailbox/fault.ts'
import type { Mailbox } from '../../demo/mailbox/server.ts'
import type { Fault, Newsroom } from '../../demo/newsroom/server.ts'
import type { Chance } from '../chance.ts'

const PER_PATH = 2 // faults of one address, so that a page is well before it is given up
const PUBLISHER_SHARE = 0.4 // of requests that suffer
const PROVIDER_SHARE = 0.5 // of the moments at which the provider is at fault

/** Publishers answer late, half, with refusals, errors or nonsense, as chance has it. */
export function disturbPublishers({ disturb }: Newsroom, chance: Chance): void {
  const suffered = new Map<string, number>()
  disturb(({ host, path }) => {
    const address = host + path
    const before = suffered.get(address) ?? 0
    if (before >= PER_PATH || !chance.isLucky(PUBLISHER_SHARE)) return null
    const fault = chance.one<Fault>([
      { kind: 'slow', ms: 100 + chance.below(1500) },
      { kind: 'cut' },
      { kind: 'answer', status: 429 },
      { kind: 'answer', status: 429, headers: { 'retry-after': chance.one(['5', '300']) } },
      { kind: 'answer', status: 500 },
      { kind: 'garbage' },
    ])
    if (fault.kind !== 'slow') suffered.set(address, before + 1)
    return fault
  })
}

/** The mail provider is at fault, or well again, as chance has it; to be called now and then. */
export function disturbProvider({ fault }: Mailbox, chance: Chance): void {
  if (!chance.isLucky(PROVIDER_SHARE)) {
    fault(null)
    return
  }
  const times = 1 + chance.below(4)
  const waits = { 'retry-after': chance.one(['1', '20', '300']) }
  fault({
    ...chance.one<MailFault>([
      { kind: 'slow', ms: 100 + chance.below(2000) },
      { kind: 'hang' },
      { kind: 'cut-before' },
      { kind: 'cut-after' },
      { kind: 'cut-after' },
      { kind: 'garbage' },
      { ...answer(429, 'rate_limit_exceeded'), headers: waits },
      answer(500, 'internal_server_error'),
    ]),
    times,
  })
}

function answer(status: number, name: string): MailFault & { kind: 'answer' } {
  return { kind: 'answer', status, body: { statusCode: status, name, message: name } }
}
