/**
 * Why an address must never be mailed; `provider` is the provider's own list. `erased` bars only
 * its import: its owner may subscribe again.
 */
export type SuppressionReason = 'bounce' | 'complaint' | 'provider' | 'operator' | 'erased'

/** Suppresses addresses; the first reason stays, but for `erased`, which gives way. */
export function suppress(
  db: D1Database,
  { addressHashes, reason, at }: { addressHashes: string[]; reason: SuppressionReason; at: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO suppressions (address_hash, reason, suppressed_at)
       SELECT value, ?2, ?3
       FROM json_each(?1)
       WHERE true
       ON CONFLICT (address_hash) DO UPDATE
       SET reason = excluded.reason, suppressed_at = excluded.suppressed_at
       WHERE suppressions.reason = 'erased' AND excluded.reason <> 'erased'`,
    )
    .bind(JSON.stringify(addressHashes), reason, at)
}

/** Whether an address must not be mailed, by all hashes under which it may be kept. */
export async function isSuppressed(db: D1Database, addressHashes: string[]): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1
       FROM suppressions
       WHERE address_hash IN (SELECT value FROM json_each(?1)) AND reason <> 'erased'`,
    )
    .bind(JSON.stringify(addressHashes))
    .first()
  return row !== null
}
