import type { App } from '../app.ts'
import type { Choice } from '../choice.ts'
import { ownData } from '../db/own-data.ts'
import { changeSubscription, findSubscription, type Subscription } from '../db/subscribers.ts'
import { openVault, unseal } from '../seal.ts'
import { linkSigner, readLinkToken } from '../token.ts'
import { dayIn, startOfDay } from '../week.ts'
import { type Erased, erase } from './erase.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const LONGEST_PAUSE = 366 * DAY

/** A subscription as its owner sees it. */
export type Managed = {
  id: string
  address: string
  choice: Choice
  /** The day on which mail comes again, `2026-12-24`, in the zone of the digest; null: no pause. */
  pauseUntil: string | null
  isSubscribed: boolean
  /** For the page's button that ends the subscription. */
  unsubscribeToken: string
}

/** Changes a subscription; the day may be empty for no pause. */
export type Change = { choice: Choice; pauseUntil: string }

/** The subscription that a manage link is of; null where it is none of ours, or erased. */
export async function readManaged(app: App, token: string): Promise<Managed | null> {
  const subscription = await find(app, token)
  if (!subscription || subscription.eraseAskedAt) return null
  const { secretKey, digest } = app.config
  const { id, choice, pausedUntil } = subscription
  const isPaused = pausedUntil !== null && pausedUntil > app.now().toISOString()
  const sign = await linkSigner(secretKey, 'unsubscribe')
  return {
    id,
    address: await unseal(await openVault(secretKey), subscription.addressSealed),
    choice,
    pauseUntil: isPaused ? dayIn(digest.timeZone, new Date(pausedUntil)) : null,
    isSubscribed: subscription.confirmedAt !== null && subscription.unsubscribedAt === null,
    unsubscribeToken: await sign(id),
  }
}

/** The first and the last day to which a subscription may pause. */
export function pauseDays(app: App): { first: string; last: string } {
  const now = app.now().getTime()
  const { timeZone } = app.config.digest
  return {
    first: dayIn(timeZone, new Date(now + DAY)),
    last: dayIn(timeZone, new Date(now + LONGEST_PAUSE)),
  }
}

/** Makes a change, unless its day is no day or out of bounds. */
export async function change(app: App, id: string, wanted: Change): Promise<'saved' | 'bad day'> {
  const { first, last } = pauseDays(app)
  const day = wanted.pauseUntil
  const moment = day === '' ? null : startOfDay(day, app.config.digest.timeZone)
  if (day !== '' && (!moment || day < first || day > last)) return 'bad day'
  const pausedUntil = moment?.toISOString() ?? null
  await changeSubscription(app.db, { id, choice: wanted.choice, pausedUntil })
  return 'saved'
}

/** All that is kept of a subscriber, for a download; null where the link is none of ours. */
export async function exportData(app: App, token: string): Promise<object | null> {
  const subscription = await find(app, token)
  if (!subscription) return null
  const { addressSealed, id, ...rest } = subscription
  const address = await unseal(await openVault(app.config.secretKey), addressSealed)
  return { address, ...rest, ...(await ownData(app.db, id)) }
}

/** Erases the subscriber that a manage link is of. */
export async function eraseByToken(app: App, token: string): Promise<Erased> {
  const subscription = await find(app, token)
  return subscription ? await erase(app, subscription.id) : 'unknown'
}

async function find(app: App, token: string): Promise<Subscription | null> {
  const id = await readLinkToken(app.config.secretKey, 'manage', token)
  return id ? await findSubscription(app.db, id) : null
}
