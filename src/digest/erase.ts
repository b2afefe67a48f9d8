import type { App } from '../app.ts'
import { eraseSubscribers, leavingSubscribers } from '../db/erasure.ts'
import { findSubscription } from '../db/subscribers.ts'
import { fingerprint, fingerprints, openVault, unseal } from '../seal.ts'
import { sameMailbox } from './address.ts'

const HOUR = 60 * 60 * 1000 // ms
// The provider forgets a key after 24 h: from then on no call needs the bytes of the one before.
const LONGEST_DOUBT = 24 * HOUR
const AN_HOUR = 50 // are erased by one hourly run

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
  return (await eraseNow(app, [subscription], along)) === 1 ? 'erased' : 'soon'
}

/** Erases those who had to wait, as far as they need not any more. Returns how many it were. */
export async function finishErasures(app: App): Promise<number> {
  const waiting = await leavingSubscribers(app.db, AN_HOUR)
  return waiting.length ? await eraseNow(app, waiting) : 0
}

/** How many of them are gone. */
async function eraseNow(
  app: App,
  leaving: { id: string; addressSealed: string }[],
  along: D1PreparedStatement[] = [],
): Promise<number> {
  const now = app.now().getTime()
  const vault = await openVault(app.config.secretKey)
  const erasures = await Promise.all(
    leaving.map(async ({ id, addressSealed }) => {
      const mailbox = sameMailbox(await unseal(vault, addressSealed))
      return {
        id,
        addressHash: await fingerprint(vault, mailbox),
        addressHashes: await fingerprints(vault, mailbox),
      }
    }),
  )
  const doubtFrom = new Date(now - LONGEST_DOUBT).toISOString()
  const at = new Date(now).toISOString()
  return await eraseSubscribers(app.db, erasures, { at, doubtFrom }, ...along)
}
