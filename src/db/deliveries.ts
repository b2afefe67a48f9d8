import type { ChunkKey, ClaimedChunk } from './deliveries.claim.ts'
import { wantsIssue } from './deliveries.plan.ts'
import { keepUsage, type Usage } from './mail-account.ts'

/** Somebody who gets a mail of this chunk. */
export type Recipient = { subscriberId: string; addressSealed: string }

/** What a call brought, by subscriber: the provider's id of the mail, or why it was refused. */
export type Taken = {
  at: string
  providerIds: Record<string, string>
  refusals: Record<string, string>
  usage: Usage | null
}

const MEMBERS = `issue_id = ?1 AND subscriber_id BETWEEN
  (SELECT first_subscriber FROM delivery_chunks WHERE issue_id = ?1 AND number = ?2) AND
  (SELECT last_subscriber FROM delivery_chunks WHERE issue_id = ?1 AND number = ?2)`

const OPEN = 'skipped_at IS NULL AND sent_at IS NULL AND refused_at IS NULL'

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
         WHERE issue_id = ?1 AND number = ?2 AND ended_at IS NULL`,
      )
      .bind(issueId, number, at),
    db
      .prepare(
        `SELECT subscriber_id AS subscriberId, address_sealed AS addressSealed
         FROM deliveries JOIN subscribers ON subscribers.id = subscriber_id
         WHERE ${MEMBERS} AND ${OPEN}
         ORDER BY subscriber_id`,
      )
      .bind(issueId, number),
  ])
  return members?.results ?? []
}

/** Ends a chunk whose call was taken: every member is sent, but for those refused. */
export async function closeSent(
  db: D1Database,
  { issueId, number }: ChunkKey,
  { at, providerIds, refusals, usage }: Taken,
): Promise<void> {
  await db.batch([
    ...refuseMembers(db, { issueId, number }, { at, refusals }),
    db
      .prepare(
        `UPDATE deliveries
         SET sent_at = ?3, provider_id = ?4 ->> subscriber_id
         WHERE ${MEMBERS} AND ${OPEN}`,
      )
      .bind(issueId, number, at, JSON.stringify(providerIds)),
    db
      .prepare(
        `UPDATE delivery_chunks
         SET ended_at = ?3, outcome = 'sent', note = NULL, claimed_until = NULL,
             mails = (SELECT count(*) FROM deliveries WHERE ${MEMBERS} AND sent_at = ?3)
         WHERE issue_id = ?1 AND number = ?2 AND outcome IS NOT 'sent'`,
      )
      .bind(issueId, number, at),
    ...(usage ? [keepUsage(db, usage, at)] : []),
  ])
}

/**
 * Ends a chunk that nobody is sent: refused for good, lost in doubt, or empty. Only by its latest
 * claim: one that overslept knows nothing of a later call.
 */
export async function closeUnsent(
  db: D1Database,
  { issueId, number, tries }: ClaimedChunk,
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
  { issueId, number, tries }: ClaimedChunk,
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

function refuseMembers(
  db: D1Database,
  { issueId, number }: ChunkKey,
  { at, refusals }: { at: string; refusals: Record<string, string> },
): D1PreparedStatement[] {
  if (Object.keys(refusals).length === 0) return []
  return [
    db
      .prepare(
        `UPDATE deliveries
         SET refused_at = ?3, refusal = ?4 ->> subscriber_id
         WHERE ${MEMBERS} AND ${OPEN}
           AND subscriber_id IN (SELECT key FROM json_each(?4))`,
      )
      .bind(issueId, number, at, JSON.stringify(refusals)),
  ]
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
       WHERE ${MEMBERS} AND ${OPEN}
         AND NOT EXISTS (SELECT 1 FROM mailable WHERE id = subscriber_id AND ${wantsIssue(3)})
         AND EXISTS (SELECT 1
                     FROM delivery_chunks
                     WHERE issue_id = ?1 AND number = ?2 AND in_doubt_since IS NULL
                       AND ended_at IS NULL)`,
    )
    .bind(issueId, number, at)
}
