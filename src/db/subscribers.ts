/** Keeps a new subscriber, unconfirmed; a known address keeps the row it has. */
export function keepSubscriber(
  db: D1Database,
  subscriber: { id: string; addressHash: string; addressSealed: string; at: string },
): D1PreparedStatement {
  const { id, addressHash, addressSealed, at } = subscriber
  return db
    .prepare(
      `INSERT INTO subscribers (id, address_hash, address_sealed, created_at)
       VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (address_hash) DO NOTHING`,
    )
    .bind(id, addressHash, addressSealed, at)
}

/** Ends a subscription, and with it every confirmation still open. Twice is as once. */
export async function unsubscribe(db: D1Database, id: string, at: string): Promise<void> {
  await db.batch([
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
  ])
}
