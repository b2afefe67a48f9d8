import type { Choice } from '../choice.ts'
import type { SuppressionReason } from './suppressions.ts'

/** Somebody to be added with the proof of a consent that was given elsewhere. */
export type Newcomer = {
  id: string
  confirmationId: string
  addressHash: string
  /** Every keyed hash under which the address may be known. */
  addressHashes: string[]
  addressSealed: string
  tokenHash: string
  choice: Choice
  form: string
  text: string
  source: string
  confirmedAt: string
  pausedUntil: string | null
}

/** A subscriber for an export; times ISO 8601 UTC, the rest of the consent that was used last. */
export type ExportedRow = {
  id: string
  addressSealed: string
  confirmedAt: string
  unsubscribedAt: string | null
  choice: Choice
  pausedUntil: string | null
  suppressed: SuppressionReason | null
  form: string | null
  text: string | null
  source: string | null
}

/**
 * Adds those whose address is neither known nor suppressed, for whatever reason and under whatever
 * key; all or nothing. Returns the ids of those added, and of those who are suppressed.
 */
export async function addNewcomers(
  db: D1Database,
  newcomers: Newcomer[],
  at: string,
  ...along: D1PreparedStatement[]
): Promise<{ added: string[]; suppressed: string[] }> {
  const json = JSON.stringify(newcomers)
  const [suppressed, added] = await db.batch<{ id: string }>([
    db
      .prepare(
        `SELECT value ->> 'id' AS id
         FROM json_each(?1) AS newcomer
         WHERE EXISTS (SELECT 1
                       FROM suppressions
                       WHERE address_hash IN (SELECT value
                                              FROM json_each(newcomer.value, '$.addressHashes')))`,
      )
      .bind(json),
    insertSubscribers(db, json, at),
    insertProofs(db, json),
    ...along,
  ])
  const ids = (result?: D1Result<{ id: string }>) => result?.results.map(({ id }) => id) ?? []
  return { added: ids(added), suppressed: ids(suppressed) }
}

/** The next subscribers after an id, by id, who confirmed once, whether or not they left since. */
export async function exportRows(
  db: D1Database,
  { after, limit }: { after: string; limit: number },
): Promise<ExportedRow[]> {
  const { results } = await db
    .prepare(
      `SELECT subscribers.id, address_sealed AS addressSealed, confirmed_at AS confirmedAt,
         unsubscribed_at AS unsubscribedAt, subscribers.choice, paused_until AS pausedUntil,
         (SELECT reason
          FROM suppressions
          WHERE suppressions.address_hash = subscribers.address_hash) AS suppressed,
         form, text_version AS text, source
       FROM subscribers
         LEFT JOIN confirmations ON confirmations.id = (SELECT id
                                                        FROM confirmations
                                                        WHERE subscriber_id = subscribers.id
                                                          AND used_at IS NOT NULL
                                                        ORDER BY used_at DESC
                                                        LIMIT 1)
       WHERE subscribers.id > ?1 AND confirmed_at IS NOT NULL AND erase_asked_at IS NULL
       ORDER BY subscribers.id
       LIMIT ?2`,
    )
    .bind(after, limit)
    .all<ExportedRow>()
  return results
}

function insertSubscribers(db: D1Database, json: string, at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO subscribers
         (id, address_hash, address_sealed, created_at, confirmed_at, choice, paused_until)
       SELECT value ->> 'id', value ->> 'addressHash', value ->> 'addressSealed', ?2,
         value ->> 'confirmedAt', value ->> 'choice', value ->> 'pausedUntil'
       FROM json_each(?1) AS newcomer
       WHERE NOT EXISTS (SELECT 1
                         FROM subscribers
                         WHERE address_hash IN (SELECT value
                                                FROM json_each(newcomer.value, '$.addressHashes')))
         AND NOT EXISTS (SELECT 1
                         FROM suppressions
                         WHERE address_hash IN (SELECT value
                                                FROM json_each(newcomer.value, '$.addressHashes')))
       ON CONFLICT (address_hash) DO NOTHING
       RETURNING id`,
    )
    .bind(json, at)
}

function insertProofs(db: D1Database, json: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO confirmations
         (id, subscriber_id, token_hash, form, text_version, choice, source, requested_at,
          expires_at, used_at)
       SELECT value ->> 'confirmationId', subscribers.id, value ->> 'tokenHash', value ->> 'form',
         value ->> 'text', value ->> 'choice', value ->> 'source', value ->> 'confirmedAt',
         value ->> 'confirmedAt', value ->> 'confirmedAt'
       FROM json_each(?1) JOIN subscribers ON subscribers.id = value ->> 'id'`,
    )
    .bind(json)
}
