import type { App } from '../../app.ts'
import { audit, auditIfDone, auditIfThere } from '../../db/admin/audit.ts'
import {
  findByHashes,
  findCase,
  forgetBounces,
  LIFTABLE,
  liftSuppression,
  type SupportCase,
} from '../../db/admin/support-case.ts'
import { findSubscription, unsubscribing } from '../../db/subscribers.ts'
import { parseAddress, sameMailbox } from '../../digest/address.ts'
import { erase as eraseById } from '../../digest/erase.ts'
import { fingerprints, openVault, unseal } from '../../seal.ts'
import { type Trouble, trouble } from './trouble.ts'
import type { Asked, Done } from './twin.tsx'

const TO = '/subscribers'

export const UNKNOWN = trouble(404, 'Unknown subscriber', 'There is no subscriber of this id.')
const NO_ADDRESS = trouble(422, 'No address', 'This is no mail address. Type it in full.')
const NOT_LISTED = trouble(409, 'Not suppressed', 'This address is not suppressed.')

const NOTHING_TO_END = 'There is no subscription to end.'

type AskedOne = Asked<{ id: string }>
type AskedAddress = Asked<{ address: string }>

/** Looks one subscriber up by the whole address, which neither the log nor the answer repeats. */
export async function find(app: App, { wanted, who }: AskedAddress): Promise<Done | Trouble> {
  const hashes = await hashesOf(app, wanted.address)
  if (!hashes) return NO_ADDRESS
  const { id, suppression } = await findByHashes(app.db, hashes)
  const at = app.now().toISOString()
  const after = { found: id !== null, suppressed: suppression?.reason ?? null }
  await audit(app.db, { at, who, act: 'look up subscriber', subject: id ?? '', after }).run()
  const data = { id, suppression }
  if (id) return { said: 'Found.', to: `${TO}/${id}`, data }
  const barred = suppression && `; suppressed since ${suppression.since}: ${suppression.reason}`
  return { said: `Nobody has subscribed with this address${barred ?? ''}.`, to: TO, data }
}

/** Ends a subscription, as its owner could. */
export async function unsubscribe(app: App, { wanted, who }: AskedOne): Promise<Done | Trouble> {
  const { id } = wanted
  const before = await findCase(app.db, id, app.now().toISOString())
  if (!before) return UNKNOWN
  const to = `${TO}/${id}`
  if (before.state === 'gone' || !before.confirmedAt) {
    return { said: NOTHING_TO_END, to, data: { state: before.state } }
  }
  const at = app.now().toISOString()
  const [ending, ...others] = unsubscribing(app.db, id, at)
  const act = {
    ...{ at, who, act: 'unsubscribe', subject: id },
    before: { state: before.state, unsubscribedAt: before.unsubscribedAt },
    after: { state: 'gone', unsubscribedAt: at },
  }
  const told = auditIfDone(app.db, act)
  const [ended] = await app.db.batch([...(ending ? [ending] : []), told, ...others])
  // its owner may have been faster
  const said = ended?.meta.changes ? 'Unsubscribed.' : NOTHING_TO_END
  return { said, to, data: { state: 'gone' } }
}

/** Erases a subscriber, as its owner could. */
export async function erase(app: App, { wanted: { id }, who }: AskedOne): Promise<Done | Trouble> {
  const at = app.now().toISOString()
  const before = await findCase(app.db, id, at)
  if (!before) return UNKNOWN
  const act = {
    ...{ at, who, act: 'erase subscriber', subject: id },
    before: { state: before.state },
  }
  const erased = await eraseById(
    app,
    id,
    auditIfDone(app.db, { ...act, after: { state: 'erased' } }),
    auditIfThere(app.db, 'subscribers', { ...act, after: { state: 'soon' } }),
  )
  const isDone = erased !== 'soon'
  const said = isDone ? 'Erased.' : 'Unsubscribed; erased when a call in doubt is known.'
  return { said, to: isDone ? TO : `${TO}/${id}`, data: { state: erased } }
}

/** Takes the typed address off the list of those that must not be mailed, where that is allowed. */
export async function liftByAddress(
  app: App,
  { wanted, who }: AskedAddress,
): Promise<Done | Trouble> {
  const hashes = await hashesOf(app, wanted.address)
  return hashes ? await lift(app, { hashes, who }) : NO_ADDRESS
}

/** The same for a subscriber by id. */
export async function liftById(app: App, { wanted, who }: AskedOne): Promise<Done | Trouble> {
  const subscription = await findSubscription(app.db, wanted.id)
  if (!subscription) return UNKNOWN
  const vault = await openVault(app.config.secretKey)
  const mailbox = sameMailbox(await unseal(vault, subscription.addressSealed))
  return await lift(app, { hashes: await fingerprints(vault, mailbox), who })
}

async function lift(
  app: App,
  { hashes, who }: { hashes: string[]; who: string },
): Promise<Done | Trouble> {
  const { id, suppression } = await findByHashes(app.db, hashes)
  const no = refusal(suppression)
  if (no) return no
  const at = app.now().toISOString()
  await app.db.batch([
    liftSuppression(app.db, hashes),
    auditIfDone(app.db, {
      ...{ at, who, act: 'lift suppression', subject: id ?? '' },
      ...{ before: suppression, after: { reason: null } },
    }),
    forgetBounces(app.db, hashes),
  ])
  const also = suppression?.reason === 'provider' ? ' Take it off the provider’s list, too.' : ''
  return { said: `It may be mailed again.${also}`, to: id ? `${TO}/${id}` : TO }
}

function refusal(suppression: SupportCase['suppression']): Trouble | null {
  if (!suppression || suppression.reason === 'erased') return NOT_LISTED
  if (LIFTABLE.includes(suppression.reason)) return null
  return trouble(409, 'Not allowed', 'Whoever complained is not mailed again.')
}

async function hashesOf(app: App, typed: string): Promise<string[] | null> {
  const address = parseAddress(typed)
  if (!address) return null
  return await fingerprints(await openVault(app.config.secretKey), sameMailbox(address))
}
