import type { App } from '../app.ts'
import {
  type Confirmation,
  findConfirmation,
  type KeptWish,
  useConfirmation,
  wishOf,
} from '../db/confirmations.ts'
import type { Taking } from '../db/requests.ts'
import { openVault, unseal } from '../seal.ts'
import { hashToken, linkSigner } from '../token.ts'
import { subscribe } from './subscribe.ts'

/**
 * What a confirm link stands for: `open` waits for its button; `expired` can be asked for anew;
 * `closed` is unknown, or used by somebody who has left since.
 */
export type LinkState = 'open' | 'confirmed' | 'expired' | 'closed'

/** What a confirm link stands for now; changes nothing. */
export async function readConfirmLink(app: App, token: string): Promise<LinkState> {
  const confirmation = await findConfirmation(app.db, await hashToken(token))
  return stateOf(confirmation, app.now().toISOString())
}

/** Confirms the subscription of a token; a second click finds it confirmed. */
export async function confirm(app: App, token: string): Promise<Exclude<LinkState, 'open'>> {
  const confirmation = await findConfirmation(app.db, await hashToken(token))
  const at = app.now().toISOString()
  const state = stateOf(confirmation, at)
  if (!confirmation || state !== 'open') return state === 'open' ? 'closed' : state
  await useConfirmation(app.db, confirmation, at)
  return 'confirmed'
}

/** Asks for a new link in place of one that has expired, as it was asked for then. */
export async function confirmAgain(
  app: App,
  token: string,
  network: string | null,
): Promise<Taking | 'closed'> {
  const confirmation = await findConfirmation(app.db, await hashToken(token))
  if (!confirmation || stateOf(confirmation, app.now().toISOString()) !== 'expired') return 'closed'
  const wish = await wishOf(app.db, confirmation.id)
  return wish ? await subscribe(app, { ...(await opened(app, wish)), network }) : 'closed'
}

/** The token of the manage link, for whoever confirms while the link is fresh; else null. */
export async function manageTokenFor(app: App, token: string): Promise<string | null> {
  const confirmation = await findConfirmation(app.db, await hashToken(token))
  if (!confirmation?.isSubscribed || confirmation.expiresAt <= app.now().toISOString()) return null
  const sign = await linkSigner(app.config.secretKey, 'manage')
  return await sign(confirmation.subscriberId)
}

function stateOf(confirmation: Confirmation | null, at: string): LinkState {
  if (!confirmation) return 'closed'
  if (confirmation.isSubscribed) return 'confirmed'
  if (confirmation.usedAt) return 'closed'
  return confirmation.expiresAt <= at ? 'expired' : 'open'
}

async function opened(app: App, { addressSealed, ...wish }: KeptWish) {
  const vault = await openVault(app.config.secretKey)
  return { ...wish, address: await unseal(vault, addressSealed) }
}
