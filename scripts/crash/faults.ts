import type { Fault as MailFault } from '../../demo/mailbox/fault.ts'
import type { Fault } from '../../demo/newsroom/server.ts'
import type { Chance } from '../chance.ts'
import type { Book } from './book.ts'
import type { World } from './world.ts'

const PER_PATH = 2 // faults of one address, so that a page is well before it is given up
const PAGE_SHARE = 0.6 // of requests for articles that suffer
const FEED_SHARE = 0.25 // of those for feeds and robots.txt, without which there is no article
const PROVIDER_SHARE = 0.5 // of the moments at which the provider is at fault

/** Publishers answer late, half, with refusals, errors or nonsense, as chance has it. */
export function disturbPublishers({ newsroom, book }: World, chance: Chance): void {
  const suffered = new Map<string, number>()
  newsroom.disturb(({ host, path }) => {
    const address = host + path
    const before = suffered.get(address) ?? 0
    const isPage = !/^\/(feed|atom|robots)/.test(path)
    if (before >= PER_PATH || !chance.isLucky(isPage ? PAGE_SHARE : FEED_SHARE)) return null
    const fault = chance.one<Fault>([
      { kind: 'slow', ms: 100 + chance.below(1500) },
      { kind: 'cut' },
      { kind: 'answer', status: 429 },
      { kind: 'answer', status: 429, headers: { 'retry-after': chance.one(['5', '300']) } },
      { kind: 'answer', status: 500 },
      { kind: 'garbage' },
    ])
    if (fault.kind !== 'slow') suffered.set(address, before + 1)
    count(book, `${isPage ? 'page' : 'feed'}: ${nameOf(fault)}`)
    return fault
  })
}

/** The mail provider is at fault, or well again, as chance has it; to be called now and then. */
export function disturbProvider({ mailbox, book }: World, chance: Chance): void {
  if (!chance.isLucky(PROVIDER_SHARE)) {
    mailbox.fault(null)
    return
  }
  const times = 1 + chance.below(4)
  const waits = { 'retry-after': chance.one(['1', '20', '300']) }
  const fault = chance.one<MailFault>([
    { kind: 'slow', ms: 100 + chance.below(2000) },
    { kind: 'cut-before' },
    { kind: 'cut-after' },
    { kind: 'cut-after' },
    { kind: 'hang', times: 1 }, // as long as the Worker waits at all
    { kind: 'garbage' },
    { ...answer(429, 'rate_limit_exceeded'), headers: waits },
    answer(500, 'internal_server_error'),
  ])
  mailbox.fault({ times, ...fault })
  count(book, `provider: ${nameOf(fault)}`)
}

function nameOf(fault: Fault | MailFault): string {
  return fault.kind === 'answer' ? String(fault.status) : fault.kind
}

function count({ faults }: Book, name: string): void {
  faults.set(name, (faults.get(name) ?? 0) + 1)
}

function answer(status: number, name: string): MailFault & { kind: 'answer' } {
  return { kind: 'answer', status, body: { statusCode: status, name, message: name } }
}
