/** Why an address must never be mailed; `provider` is the provider's own list. */
export type SuppressionReason = 'bounce' | 'complaint' | 'provider' | 'operator'

/** Suppresses an address; the first reason stays. */
export function suppress(
  db: D1Database,
  { addressHash, reason, at }: { addressHash: string; reason: SuppressionReason; at: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO suppressions (address_hash, reason, suppressed_at)
       VALUES (?1, ?2, ?3)
       ON CONFLICT (address_hash) DO NOTHING`,
    )
    .bind(addressHash, reason, at)
}
