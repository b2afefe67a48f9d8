/** What is kept of an address under some key. */
export type KeptAddress = { id: string; addressHash: string; addressSealed: string }

/** An address under the current key, and the hash under which it was kept until now. */
type Rekeyed = KeptAddress & { formerHash: string }

/** How many rows of a table bear a key's id. */
export type KeyUse = { keyId: string; subscribers: number; requests: number; suppressions: number }

/** The next subscribers after an id of whom anything is kept under another key, by id. */
export async function keptUnderOtherKeys(
  db: D1Database,
  { keyId, after, limit }: { keyId: string; after: string; limit: number },
): Promise<KeptAddress[]> {
  const { results } = await db
    .prepare(
      `SELECT id, address_hash AS addressHash, address_sealed AS addressSealed
       FROM subscribers
       WHERE id > ?2
         AND (substr(address_hash, 1, length(?1)) <> ?1
              OR substr(address_sealed, 1, length(?1)) <> ?1)
       ORDER BY id
       LIMIT ?3`,
    )
    .bind(keyId, after, limit)
    .all<KeptAddress>()
  return results
}

/**
 * Puts addresses under their new hash and seal, and a suppression of each beside the one under its
 * former hash; all or nothing. A row that changed in between stays for the next run. `along` is
 * written in the same transaction.
 */
export async function rekey(
  db: D1Database,
  addresses: Rekeyed[],
  ...along: D1PreparedStatement[]
): Promise<void> {
  const json = JSON.stringify(addresses)
  await db.batch([
    db
      .prepare(
        `INSERT INTO suppressions (address_hash, reason, suppressed_at)
         SELECT value ->> 'addressHash', reason, suppressed_at
         FROM json_each(?1) JOIN suppressions ON address_hash = value ->> 'formerHash'
         WHERE true
         ON CONFLICT (address_hash) DO NOTHING`,
      )
      .bind(json),
    db
      .prepare(
        `UPDATE subscribers
         SET address_hash = value ->> 'addressHash', address_sealed = value ->> 'addressSealed'
         FROM json_each(?1)
         WHERE subscribers.id = value ->> 'id' AND address_hash = value ->> 'formerHash'`,
      )
      .bind(json),
    ...along,
  ])
}

/** Which keys the tables bear. Reads every subscriber: for the operator, not for requests. */
export async function keyUse(db: D1Database): Promise<KeyUse[]> {
  const { results } = await db
    .prepare(
      `SELECT substr(kept, 1, 8) AS keyId,
         sum(place = 'subscribers') AS subscribers,
         sum(place = 'requests') AS requests,
         sum(place = 'suppressions') AS suppressions
       FROM (SELECT 'subscribers' AS place, address_sealed AS kept FROM subscribers
             UNION ALL
             SELECT 'requests', address_sealed FROM subscribe_requests
             UNION ALL
             SELECT 'suppressions', address_hash FROM suppressions)
       GROUP BY keyId
       ORDER BY keyId`,
    )
    .all<KeyUse>()
  return results
}
