import type { App } from '../app.ts'
import type { Choice } from '../choice.ts'
import { type Taking, takeRequest } from '../db/requests.ts'
import { fingerprint, openVault, seal } from '../seal.ts'
import { randomToken } from '../token.ts'
import { sameMailbox } from './address.ts'
import { hashNetwork } from './network.ts'

const HOUR = 60 * 60 * 1000 // ms
const FROM_A_NETWORK = 20 // requests an hour: a school or an office behind one address
const IN_TOTAL = 200 // requests an hour, whoever sends them

/** A wish to subscribe: a checked address, and by which form and words it was asked for. */
export type Wish = {
  address: string
  form: string
  textVersion: string
  /** Every week where it is not said. */
  choice?: Choice
  /** Where it came from, as networkOf() writes it; what is unknown counts as one network. */
  network?: string | null
}

/**
 * Takes a wish to subscribe. What comes of it is worked out later, on the queue: nothing here looks
 * whether the address is new, known, waiting or suppressed, so neither the answer nor its time can
 * tell. A message that is lost is sent again by the hourly run.
 */
export async function subscribe(app: App, wish: Wish): Promise<Taking> {
  const id = crypto.randomUUID()
  const at = app.now()
  const vault = await openVault(app.config.secretKey)
  const request = {
    id,
    addressHash: await fingerprint(vault, sameMailbox(wish.address)),
    addressSealed: await seal(vault, wish.address),
    tokenSealed: await seal(vault, randomToken()),
    form: wish.form,
    textVersion: wish.textVersion,
    choice: wish.choice ?? 'weekly',
    requestedAt: at.toISOString(),
  }
  const taking = await takeRequest(app.db, request, await limitsAt(app, at, wish.network ?? null))
  if (taking === 'taken') await enqueue(app, id)
  else app.log('subscribe.limited', { why: taking })
  return taking
}

async function limitsAt(app: App, at: Date, network: string | null) {
  const hour = at.toISOString().slice(0, 13)
  const endsAt = new Date(Math.floor(at.getTime() / HOUR + 1) * HOUR).toISOString()
  const hash = await hashNetwork(app.config.secretKey, network, hour)
  return {
    network: { name: `network ${hour} ${hash}`, most: FROM_A_NETWORK, endsAt },
    total: { name: `total ${hour}`, most: IN_TOTAL, endsAt },
  }
}

async function enqueue(app: App, request: string): Promise<void> {
  try {
    await app.queues.mail.send({ kind: 'confirm', request })
  } catch (error) {
    app.log('subscribe.unqueued', { error: String(error) }) // the hourly run finds its row
  }
}
