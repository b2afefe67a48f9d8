import type { Choice } from '../choice.ts'

/** What a subscriber may see and change. Times are ISO 8601 UTC. */
export type Subscription = {
  id: string
  addressSealed: string
  confirmedAt: string | null
  unsubscribedAt: string | null
  choice: Choice
  pausedUntil: string | null
  eraseAskedAt: string | null
}

const SUBSCRIPTION = `id, address_sealed AS addressSealed, confirmed_at AS confirmedAt,
  unsubscribed_at AS unsubscribedAt, choice, paused_until AS pausedUntil,
  erase_asked_at AS eraseAskedAt`

/** The subscription of an id, or null where there is none any more. */
export async function findSubscription(db: D1Database, id: string): Promise<Subscription | null> {
  return await db
    .prepare(`SELECT ${SUBSCRIPTION} FROM subscribers WHERE id = ?1`)
    .bind(id)
    .first<Subscription>()
}

/** Changes which mails a subscriber gets, and until when none. */
export async function changeSubscription(
  db: D1Database,
  { id, choice, pausedUntil }: Pick<Subscription, 'id' | 'choice' | 'pausedUntil'>,
): Promise<void> {
  await db
    .prepare('UPDATE subscribers SET choice = ?2, paused_until = ?3 WHERE id = ?1')
    .bind(id, choice, pausedUntil)
    .run()
}

/** Ends a subscription, and with it every confirmation still open. Twice is as once. */
export async function unsubscribe(db: D1Database, id: string, at: string): Promise<void> {
  await db.batch(unsubscribing(db, id, at))
}

/** The statements that end a subscription. */
export function unsubscribing(db: D1Database, id: string, at: string): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE subscribers
         SET unsubscribed_at = ?2
         WHERE id = ?1 AND confirmed_at IS NOT NULL AND unsubscribed_at IS NULL`,
      )
      .bind(id, at),
    db
      .prepare(
        `UPDATE confirmations
         SET expires_at = max(requested_at, ?2)
         WHERE subscriber_id = ?1 AND used_at IS NULL AND expires_at > ?2`,
      )
      .bind(id, at),
  ]
}
