import type { ClaimedChunk } from './deliveries.claim.ts'
import type { Recipient } from './deliveries.ts'

/**
 * Ends a chunk whose call was refused as a whole and hands its members to two new chunks, so that
 * the one that is at fault is found. Nothing was taken, so nothing comes twice. Returns the new
 * chunks' numbers: none where a later claim has the chunk.
 */
export async function splitChunk(
  db: D1Database,
  { issueId, number, tries }: ClaimedChunk,
  { members, at, note }: { members: Recipient[]; at: string; note: string },
): Promise<number[]> {
  const middle = Math.ceil(members.length / 2)
  const halves = [members.slice(0, middle), members.slice(middle)].map((half) => ({
    first: half[0]?.subscriberId,
    last: half.at(-1)?.subscriberId,
  }))
  const [added] = await db.batch<{ number: number }>([
    db
      .prepare(
        `INSERT INTO delivery_chunks (issue_id, number, first_subscriber, last_subscriber)
         SELECT ?1, (SELECT max(number) FROM delivery_chunks WHERE issue_id = ?1) + 1 + half.key,
                half.value ->> 'first', half.value ->> 'last'
         FROM json_each(?4) AS half
         WHERE EXISTS (SELECT 1
                       FROM delivery_chunks
                       WHERE issue_id = ?1 AND number = ?2 AND tries = ?3 AND ended_at IS NULL)
         RETURNING number`,
      )
      .bind(issueId, number, tries, JSON.stringify(halves)),
    db
      .prepare(
        `UPDATE deliveries
         SET chunk = delivery_chunks.number
         FROM delivery_chunks
         WHERE deliveries.issue_id = ?1 AND deliveries.chunk = ?2
           AND delivery_chunks.issue_id = ?1 AND delivery_chunks.number > ?2
           AND subscriber_id BETWEEN first_subscriber AND last_subscriber
           AND delivery_chunks.ended_at IS NULL`,
      )
      .bind(issueId, number),
    db
      .prepare(
        `UPDATE delivery_chunks
         SET ended_at = ?4, outcome = 'split', note = ?5, claimed_until = NULL
         WHERE issue_id = ?1 AND number = ?2 AND tries = ?3 AND ended_at IS NULL`,
      )
      .bind(issueId, number, tries, at, note),
  ])
  return added?.results.map((row) => row.number) ?? []
}

/** Ends a chunk of one whose mail the provider refuses for good. */
export async function refuseMember(
  db: D1Database,
  { issueId, number, tries }: ClaimedChunk,
  { member, at, note }: { member: Recipient; at: string; note: string },
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE deliveries
         SET refused_at = ?3, refusal = ?4
         WHERE issue_id = ?1 AND subscriber_id = ?2 AND sent_at IS NULL`,
      )
      .bind(issueId, member.subscriberId, at, note),
    db
      .prepare(
        `UPDATE delivery_chunks
         SET ended_at = ?4, outcome = 'refused', note = ?5, claimed_until = NULL
         WHERE issue_id = ?1 AND number = ?2 AND tries = ?3 AND ended_at IS NULL`,
      )
      .bind(issueId, number, tries, at, note),
  ])
}

/** How many calls of an issue the provider refused as a whole. */
export async function countRefused(db: D1Database, issueId: string): Promise<number> {
  const refused = await db
    .prepare(
      `SELECT count(*) AS n
       FROM delivery_chunks
       WHERE issue_id = ?1 AND outcome IN ('split', 'refused')`,
    )
    .bind(issueId)
    .first<number>('n')
  return refused ?? 0
}

/** Notes that the provider told of a mail of a chunk: its call was taken, whatever we heard. */
export function noteTaken(
  db: D1Database,
  { issueId, number }: { issueId: string; number: number },
  at: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE delivery_chunks
       SET taken_at = ?3
       WHERE issue_id = ?1 AND number = ?2 AND ended_at IS NULL AND taken_at IS NULL
         AND in_doubt_since IS NOT NULL`,
    )
    .bind(issueId, number, at)
}
