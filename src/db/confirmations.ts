import type { Choice } from '../choice.ts'
import type { SubscribeRequest } from './requests.ts'

/** What a confirmation token stands for. Times are ISO 8601 UTC. */
export type Confirmation = {
  id: string
  subscriberId: string
  expiresAt: string
  usedAt: string | null
  /** Whether the subscriber gets mail now. */
  isSubscribed: 0 | 1
}

/** A request that is to become a confirmation. */
export type Opening = {
  request: SubscribeRequest
  /** For the subscriber, if the address is new. */
  subscriberId: string
  /** Every keyed hash under which the address may be known. */
  addressHashes: string[]
  tokenHash: string
  expiresAt: string
  /** `burst` mails since `burstFrom`, then no other since `nextFrom`. */
  budget: { burst: number; burstFrom: string; nextFrom: string }
}

/**
 * Opens the confirmation of a request, and keeps its address if it is new. Whether its mail may go
 * out: not to an address that is suppressed, subscribed already, or has had its budget of mails. A
 * confirmation that is open already stays as it is, and may be mailed again.
 */
export async function openConfirmation(db: D1Database, opening: Opening): Promise<boolean> {
  const [, , open] = await db.batch<{ mayBeMailed: 1 }>([
    keepSubscriber(db, opening),
    insertConfirmation(db, opening),
    db
      .prepare(
        `SELECT 1 AS mayBeMailed
         FROM confirmations JOIN mailable ON mailable.id = subscriber_id
         WHERE confirmations.id = ?1 AND used_at IS NULL`,
      )
      .bind(opening.request.id),
  ])
  return open?.results.length === 1
}

/** The confirmation of a token, or null where there is none. */
export async function findConfirmation(
  db: D1Database,
  tokenHash: string,
): Promise<Confirmation | null> {
  return await db
    .prepare(
      `SELECT confirmations.id, subscriber_id AS subscriberId, expires_at AS expiresAt,
         used_at AS usedAt, confirmed_at IS NOT NULL AND unsubscribed_at IS NULL AS isSubscribed
       FROM confirmations JOIN subscribers ON subscribers.id = subscriber_id
       WHERE token_hash = ?1`,
    )
    .bind(tokenHash)
    .first<Confirmation>()
}

/** What was asked for by a confirmation, to ask for it again. */
export type KeptWish = { addressSealed: string; form: string; textVersion: string; choice: Choice }

/** The wish behind a confirmation; null where its subscriber was erased since. */
export async function wishOf(db: D1Database, confirmationId: string): Promise<KeptWish | null> {
  return await db
    .prepare(
      `SELECT address_sealed AS addressSealed, form, text_version AS textVersion,
         confirmations.choice
       FROM confirmations JOIN subscribers ON subscribers.id = subscriber_id
       WHERE confirmations.id = ?1`,
    )
    .bind(confirmationId)
    .first<KeptWish>()
}

/** Uses a confirmation that is open: its subscriber gets what it chose. Twice is as once. */
export async function useConfirmation(
  db: D1Database,
  { id, subscriberId }: Pick<Confirmation, 'id' | 'subscriberId'>,
  at: string,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE subscribers
         SET confirmed_at = ?3, unsubscribed_at = NULL, erase_asked_at = NULL, paused_until = NULL,
           choice = (SELECT choice FROM confirmations WHERE id = ?1)
         WHERE id = ?2 AND (confirmed_at IS NULL OR unsubscribed_at IS NOT NULL)
           AND EXISTS (SELECT 1
                       FROM confirmations
                       WHERE id = ?1 AND used_at IS NULL AND expires_at > ?3)`,
      )
      .bind(id, subscriberId, at),
    db
      .prepare(
        `UPDATE confirmations
         SET used_at = ?2
         WHERE id = ?1 AND used_at IS NULL AND expires_at > ?2`,
      )
      .bind(id, at),
  ])
}

/** Keeps a new subscriber, unconfirmed, unless the address is suppressed; a known one stays. */
function keepSubscriber(db: D1Database, opening: Opening): D1PreparedStatement {
  const { request, subscriberId, addressHashes } = opening
  return db
    .prepare(
      `INSERT INTO subscribers (id, address_hash, address_sealed, created_at)
       SELECT ?1, ?2, ?3, ?4
       WHERE NOT EXISTS (SELECT 1
                         FROM subscribers
                         WHERE address_hash IN (SELECT value FROM json_each(?5)))
         AND NOT EXISTS (SELECT 1
                         FROM suppressions
                         WHERE address_hash IN (SELECT value FROM json_each(?5))
                           AND reason <> 'erased')`,
    )
    .bind(
      subscriberId,
      request.addressHash,
      request.addressSealed,
      request.requestedAt,
      JSON.stringify(addressHashes),
    )
}

function insertConfirmation(db: D1Database, opening: Opening): D1PreparedStatement {
  const { request, addressHashes, tokenHash, expiresAt, budget } = opening
  return db
    .prepare(
      `INSERT INTO confirmations
         (id, subscriber_id, token_hash, form, text_version, choice, requested_at, expires_at)
       SELECT ?1, id, ?2, ?3, ?4, ?5, ?6, ?7
       FROM mailable
       WHERE address_hash IN (SELECT value FROM json_each(?8))
         AND (confirmed_at IS NULL OR unsubscribed_at IS NOT NULL)
         AND (?9 > (SELECT count(*)
                    FROM confirmations
                    WHERE subscriber_id = mailable.id AND requested_at > ?10)
              OR NOT EXISTS (SELECT 1
                             FROM confirmations
                             WHERE subscriber_id = mailable.id AND requested_at > ?11))
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(
      request.id,
      tokenHash,
      request.form,
      request.textVersion,
      request.choice,
      request.requestedAt,
      expiresAt,
      JSON.stringify(addressHashes),
      budget.burst,
      budget.burstFrom,
      budget.nextFrom,
    )
}
