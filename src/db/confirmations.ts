import { keepSubscriber } from './subscribers.ts'

/** A request to subscribe: whose, by which form, by which words; times ISO 8601 UTC. */
export type ConfirmationRequest = {
  id: string
  subscriberId: string
  addressHash: string
  addressSealed: string
  tokenHash: string
  form: string
  textVersion: string
  at: string
  expiresAt: string
}

/** What a confirmation token stands for. */
export type Confirmation = {
  id: string
  subscriberId: string
  expiresAt: string
  usedAt: string | null
  /** Whether the subscriber gets issues now. */
  isSubscribed: 0 | 1
}

/**
 * Opens a confirmation for an address, which it keeps if it is new. False where no mail may go
 * out: suppressed, subscribed already, or `budget` requests since `budgetFrom` are used up.
 */
export async function openConfirmation(
  db: D1Database,
  request: ConfirmationRequest,
  { budget, budgetFrom }: { budget: number; budgetFrom: string },
): Promise<boolean> {
  const [, opened] = await db.batch([
    keepSubscriber(db, { ...request, id: request.subscriberId }),
    db
      .prepare(
        `INSERT INTO confirmations
           (id, subscriber_id, token_hash, form, text_version, requested_at, expires_at)
         SELECT ?1, id, ?2, ?3, ?4, ?5, ?6
         FROM mailable
         WHERE address_hash = ?7
           AND (confirmed_at IS NULL OR unsubscribed_at IS NOT NULL)
           AND ?8 > (SELECT count(*)
                     FROM confirmations
                     WHERE subscriber_id = mailable.id AND requested_at > ?9)`,
      )
      .bind(
        request.id,
        request.tokenHash,
        request.form,
        request.textVersion,
        request.at,
        request.expiresAt,
        request.addressHash,
        budget,
        budgetFrom,
      ),
  ])
  return (opened?.meta.changes ?? 0) > 0
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

/** Uses a confirmation that is open: its subscriber gets issues from now on. Twice is as once. */
export async function useConfirmation(
  db: D1Database,
  { id, subscriberId }: Pick<Confirmation, 'id' | 'subscriberId'>,
  at: string,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE subscribers
         SET confirmed_at = ?3, unsubscribed_at = NULL
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
