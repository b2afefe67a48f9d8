import { forgetEnded } from './limits.ts'

/** From when on what is kept: ISO 8601 UTC. */
export type Keeping = { now: string; unconfirmedFrom: string; requestsFrom: string }

/**
 * Forgets what has had its time: addresses that nobody confirmed and that asked for nothing since
 * `unconfirmedFrom`, links unused since then, requests, counts. Returns how many addresses went.
 */
export async function purge(
  db: D1Database,
  { now, unconfirmedFrom, requestsFrom }: Keeping,
): Promise<number> {
  const [addresses] = await db.batch([
    db
      .prepare(
        `DELETE FROM subscribers
         WHERE confirmed_at IS NULL AND created_at <= ?1
           AND NOT EXISTS (SELECT 1
                           FROM confirmations
                           WHERE subscriber_id = subscribers.id AND requested_at > ?1)
         RETURNING id`,
      )
      .bind(unconfirmedFrom),
    db
      .prepare('DELETE FROM confirmations WHERE used_at IS NULL AND expires_at <= ?1')
      .bind(unconfirmedFrom),
    db.prepare('DELETE FROM subscribe_requests WHERE requested_at <= ?1').bind(requestsFrom),
    forgetEnded(db, now),
  ])
  return addresses?.results.length ?? 0
}
