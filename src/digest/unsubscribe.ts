import type { App } from '../app.ts'
import { unsubscribe } from '../db/subscribers.ts'
import { readLinkToken } from '../token.ts'

/** Whether a link's token is one of ours for unsubscribing. */
export async function isUnsubscribeToken(app: App, token: string): Promise<boolean> {
  return (await readLinkToken(app.config.secretKey, 'unsubscribe', token)) !== null
}

/** Ends the subscription that the token is of, at once; false where we never signed it. */
export async function unsubscribeByToken(app: App, token: string): Promise<boolean> {
  const id = await readLinkToken(app.config.secretKey, 'unsubscribe', token)
  if (!id) return false
  await unsubscribe(app.db, id, app.now().toISOString())
  return true
}
