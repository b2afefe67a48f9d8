import { suppress } from './suppressions.ts'

/** Whose row is to go, and all hashes under which the address may be kept elsewhere. */
type Erasure = { id: string; addressHash: string; addressHashes: string[] }

/**
 * Erases subscribers and all that is kept of their addresses, but for a keyed hash that keeps each
 * from being imported again; all or nothing. A call to the mail provider that began after `doubtFrom`
 * and has no known outcome needs the address for its retry: until it ends the row stays, without a
 * subscription, and this is to be asked again. `along` is written right after the rows are deleted, in
 * the same transaction. Returns how many rows are gone.
 */
export async function eraseSubscribers(
  db: D1Database,
  erasures: Erasure[],
  { at, doubtFrom }: { at: string; doubtFrom: string },
  ...along: D1PreparedStatement[]
): Promise<number> {
  const ids = JSON.stringify(erasures.map(({ id }) => id))
  const kept = erasures.flatMap(({ addressHashes }) => addressHashes)
  const barred = erasures.map(({ addressHash }) => addressHash)
  const [, , , gone] = await db.batch([
    markLeaving(db, ids, at),
    db
      .prepare(
        `DELETE FROM subscribe_requests
         WHERE address_hash IN (SELECT value FROM json_each(?1))`,
      )
      .bind(JSON.stringify(kept)),
    suppress(db, { addressHashes: barred, reason: 'erased', at }),
    // CROSS JOIN keeps the order of the tables: open chunks are few, deliveries without number.
    db
      .prepare(
        `DELETE FROM subscribers
         WHERE id IN (SELECT value FROM json_each(?1))
           AND NOT EXISTS (SELECT 1
                           FROM delivery_chunks CROSS JOIN deliveries USING (issue_id)
                           WHERE ended_at IS NULL AND in_doubt_since > ?2
                             AND subscriber_id = subscribers.id AND chunk = number AND skipped_at IS NULL)
         RETURNING id`,
      )
      .bind(ids, doubtFrom),
    ...along,
  ])
  return gone?.results.length ?? 0
}

/** Those who asked to be erased and wait for a call in doubt, who asked first at the beginning. */
export async function leavingSubscribers(
  db: D1Database,
  limit: number,
): Promise<{ id: string; addressSealed: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT id, address_sealed AS addressSealed
       FROM subscribers
       WHERE erase_asked_at IS NOT NULL
       ORDER BY erase_asked_at
       LIMIT ?1`,
    )
    .bind(limit)
    .all<{ id: string; addressSealed: string }>()
  return results
}

function markLeaving(db: D1Database, ids: string, at: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE subscribers
       SET erase_asked_at = coalesce(erase_asked_at, ?2),
         unsubscribed_at = CASE WHEN confirmed_at IS NULL THEN NULL
                                ELSE coalesce(unsubscribed_at, ?2) END
       WHERE id IN (SELECT value FROM json_each(?1))`,
    )
    .bind(ids, at)
}
