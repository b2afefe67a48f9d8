import type { App } from '../app.ts'
import { eraseSubscriber, leavingSubscribers } from '../db/erasure.ts'
import { findSubscription } from '../db/subscribers.ts'
import { fingerprint, fingerprints, openVault, unseal } from '../seal.ts'
import { sameMailbox } from './address.ts'

const HOUR = 60 * 60 * 1000 // ms
// The provider forgets a key after 24 h: from then on no call needs the bytes of the one before.
const LONGEST_DOUBT = 24 * HOUR

/** What came of asking to be erased: done, or to be done when no call in doubt needs the address. */
export type Erased = 'erased' | 'soon' | 'unknown'

/**
 * Erases a subscriber. Whoever is in a call whose outcome is not known stays until it is, at most a
 * day: its retry must bear the same bytes, or the others in it could be mailed twice. Nothing else
 * is sent to them from now on. `along` is written in the same transaction.
 */
export async function erase(
  app: App,
  id: string,
  ...along: D1PreparedStatement[]
): Promise<Erased> {
  const subscription = await findSubscription(app.db, id)
  if (!subscription) return 'unknown'
  return (await eraseNow(app, subscription, along)) ? 'erased' : 'soon'
}

/** Erases those who had to wait, as far as they need not any more. Returns how many it were. */
export async function finishErasures(app: App): Promise<number> {
  let erased = 0
  for (const waiting of await leavingSubscribers(app.db)) {
    if (await eraseNow(app, waiting)) erased += 1
  }
  return erased
}

async function eraseNow(
  app: App,
  subscriber: { id: string; addressSealed: string },
  along: D1PreparedStatement[] = [],
): Promise<boolean> {
  const now = app.now().getTime()
  const vault = await openVault(app.config.secretKey)
  const mailbox = sameMailbox(await unseal(vault, subscriber.addressSealed))
  const erasure = {
    id: subscriber.id,
    addressHash: await fingerprint(vault, mailbox),
    addressHashes: await fingerprints(vault, mailbox),
    at: new Date(now).toISOString(),
  }
  const doubtFrom = new Date(now - LONGEST_DOUBT).toISOString()
  return await eraseSubscriber(app.db, erasure, doubtFrom, ...along)
}
