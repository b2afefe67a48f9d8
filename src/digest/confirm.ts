import type { App } from '../app.ts'
import { findConfirmation, useConfirmation } from '../db/confirmations.ts'
import { hashToken } from '../token.ts'

/** What came of a click on the confirm button; `closed` is a link unknown, expired or used up. */
export type Confirmed = 'confirmed' | 'closed'

/** Confirms the subscription of a token; a second click finds it confirmed. */
export async function confirm(app: App, token: string): Promise<Confirmed> {
  const confirmation = await findConfirmation(app.db, await hashToken(token))
  if (!confirmation) return 'closed'
  if (confirmation.usedAt) return confirmation.isSubscribed ? 'confirmed' : 'closed'
  const at = app.now().toISOString()
  if (confirmation.expiresAt <= at) return 'closed'
  await useConfirmation(app.db, confirmation, at)
  return 'confirmed'
}
