import type { ChunkKey } from './deliveries.claim.ts'

/** Somebody who gets a mail of this chunk. */
export type Recipient = { subscriberId: string; addressSealed: string }

const MEMBERS = `issue_id = ?1 AND subscriber_id BETWEEN
  (SELECT first_subscriber FROM delivery_chunks WHERE issue_id = ?1 AND number = ?2) AND
  (SELECT last_subscriber FROM delivery_chunks WHERE issue_id = ?1 AND number = ?2)`

/**
 * Opens the call of a claimed chunk. Before the first call, whoever may not be mailed any more is
 * skipped; from then on the members stay, because another set under the same key is another call.
 * One transaction, so that whoever leaves is either in the call or not. Members by key.
 */
export async function openCall(
  db: D1Database,
  { issueId, number }: ChunkKey,
  at: string,
): Promise<Recipient[]> {
  const [, , members] = await db.batch<Recipient>([
    skipBarred(db, { issueId, number }, at),
    db
      .prepare(
        `UPDATE delivery_chunks
         SET in_doubt_since = coalesce(in_doubt_since, ?3)
         WHERE issue_id = ?1 AND number = ?2`,
      )
      .bind(issueId, number, at),
    db
      .prepare(
        `SELECT subscriber_id AS subscriberId, address_sealed AS addressSealed
         FROM deliveries JOIN subscribers ON subscribers.id = subscriber_id
         WHERE ${MEMBERS} AND skipped_at IS NULL
         ORDER BY subscriber_id`,
      )
      .bind(issueId, number),
  ])
  return members?.results ?? []
}

/**
 * Ends a chunk whose call was taken: every member is sent. `providerIds` holds the provider's id
 * of each mail by subscriber.
 */
export async function closeSent(
  db: D1Database,
  { issueId, number }: ChunkKey,
  { at, providerIds }: { at: string; providerIds: Record<string, string> },
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE deliveries
         SET sent_at = ?3, provider_id = ?4 ->> subscriber_id
         WHERE ${MEMBERS} AND skipped_at IS NULL AND sent_at IS NULL`,
      )
      .bind(issueId, number, at, JSON.stringify(providerIds)),
    db
      .prepare(
        `UPDATE delivery_chunks
         SET ended_at = ?3, outcome = 'sent', note = NULL, claimed_until = NULL
         WHERE issue_id = ?1 AND number = ?2 AND outcome IS NOT 'sent'`,
      )
      .bind(issueId, number, at),
  ])
}

/**
 * Ends a chunk that nobody is sent: refused for good, lost in doubt, or empty. Only by its latest
 * claim: one that overslept knows nothing of a later call.
 */
export async function closeUnsent(
  db: D1Database,
  { issueId, number, tries }: ChunkKey & { tries: number },
  end: { at: string; outcome: 'refused' | 'lost' | 'empty'; note: string | null },
): Promise<void> {
  await db
    .prepare(
      `UPDATE delivery_chunks
       SET ended_at = ?4, outcome = ?5, note = ?6, claimed_until = NULL
       WHERE issue_id = ?1 AND number = ?2 AND tries = ?3 AND ended_at IS NULL`,
    )
    .bind(issueId, number, tries, end.at, end.outcome, end.note)
    .run()
}

/**
 * Gives a chunk back for a later try, by its latest claim. `inDoubtSince` null says that no call
 * can have been taken, so that its members are chosen anew.
 */
export async function postpone(
  db: D1Database,
  { issueId, number, tries }: ChunkKey & { tries: number },
  next: { at: string; inDoubtSince: string | null; note: string },
): Promise<void> {
  await db
    .prepare(
      `UPDATE delivery_chunks
       SET claimed_until = NULL, next_try_at = ?4, in_doubt_since = ?5, note = ?6
       WHERE issue_id = ?1 AND number = ?2 AND tries = ?3 AND ended_at IS NULL`,
    )
    .bind(issueId, number, tries, next.at, next.inDoubtSince, next.note)
    .run()
}

function skipBarred(
  db: D1Database,
  { issueId, number }: ChunkKey,
  at: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE deliveries
       SET skipped_at = ?3
       WHERE ${MEMBERS} AND skipped_at IS NULL
         AND NOT EXISTS (SELECT 1
                         FROM mailable
                         WHERE id = subscriber_id AND unsubscribed_at IS NULL)
         AND EXISTS (SELECT 1
                     FROM delivery_chunks
                     WHERE issue_id = ?1 AND number = ?2 AND in_doubt_since IS NULL)`,
    )
    .bind(issueId, number, at)
}
