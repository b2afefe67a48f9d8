import type { Choice } from '../choice.ts'

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
