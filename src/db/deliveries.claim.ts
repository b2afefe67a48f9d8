/** One call to the mail provider: a chunk of an issue's deliveries. */
export type ChunkKey = { issueId: string; number: number }

/** What came of trying to claim a chunk; `tries` is the claim's own number. */
export type Claim =
  | { kind: 'claimed'; tries: number; inDoubtSince: string | null }
  | { kind: 'later'; at: string }
  | { kind: 'ended' }

type ChunkRow = { endedAt: string | null; claimedUntil: string | null; nextTryAt: string | null }

/** Claims a chunk until a time, unless it has ended, is claimed, or must wait. */
export async function claimChunk(
  db: D1Database,
  { issueId, number }: ChunkKey,
  { at, until }: { at: string; until: string },
): Promise<Claim> {
  const claimed = await db
    .prepare(
      `UPDATE delivery_chunks
       SET claimed_until = ?4, tries = tries + 1
       WHERE issue_id = ?1 AND number = ?2 AND ended_at IS NULL
         AND (claimed_until IS NULL OR claimed_until <= ?3)
         AND (next_try_at IS NULL OR next_try_at <= ?3)
       RETURNING tries, in_doubt_since AS inDoubtSince`,
    )
    .bind(issueId, number, at, until)
    .first<{ tries: number; inDoubtSince: string | null }>()
  if (claimed) return { kind: 'claimed', ...claimed }
  const chunk = await findChunk(db, { issueId, number })
  if (!chunk || chunk.endedAt) return { kind: 'ended' }
  return {
    kind: 'later',
    at: [chunk.claimedUntil, chunk.nextTryAt, at].map(String).sort().at(-1) ?? at,
  }
}

/** Numbers of an issue's chunks that are open and that nobody works on or waits for. */
export async function idleChunks(
  db: D1Database,
  { issueId, at, limit }: { issueId: string; at: string; limit: number },
): Promise<number[]> {
  const { results } = await db
    .prepare(
      `SELECT number
       FROM delivery_chunks
       WHERE issue_id = ?1 AND ended_at IS NULL
         AND (claimed_until IS NULL OR claimed_until <= ?2)
         AND (next_try_at IS NULL OR next_try_at <= ?2)
       ORDER BY number
       LIMIT ?3`,
    )
    .bind(issueId, at, limit)
    .all<{ number: number }>()
  return results.map(({ number }) => number)
}

async function findChunk(db: D1Database, { issueId, number }: ChunkKey): Promise<ChunkRow | null> {
  return await db
    .prepare(
      `SELECT ended_at AS endedAt, claimed_until AS claimedUntil, next_try_at AS nextTryAt
       FROM delivery_chunks
       WHERE issue_id = ?1 AND number = ?2`,
    )
    .bind(issueId, number)
    .first<ChunkRow>()
}
