/** One call to the mail provider: a chunk of an issue's deliveries. */
export type ChunkKey = { issueId: string; number: number }

/** A chunk as it was claimed; `tries` is the claim's own number. */
export type ClaimedChunk = ChunkKey & {
  tries: number
  /** Counts the keys that it was called under. */
  round: number
  /** The first call of this round whose outcome is not known. */
  inDoubtSince: string | null
  /** When the provider told, by webhook, of one of its mails. */
  takenAt: string | null
}

/** What came of trying to claim a chunk. */
export type Claim =
  | { kind: 'claimed'; chunk: ClaimedChunk }
  | { kind: 'later'; at: string }
  | { kind: 'ended' }

type ChunkRow = { endedAt: string | null; claimedUntil: string | null; nextTryAt: string | null }

/**
 * Claims a chunk until a time, unless it has ended, is claimed, or must wait; with `isDoubtOnly`,
 * unless no call of it is in doubt.
 */
export async function claimChunk(
  db: D1Database,
  { issueId, number }: ChunkKey,
  { at, until, isDoubtOnly }: { at: string; until: string; isDoubtOnly: boolean },
): Promise<Claim> {
  const claimed = await db
    .prepare(
      `UPDATE delivery_chunks
       SET claimed_until = ?4, tries = tries + 1
       WHERE issue_id = ?1 AND number = ?2 AND ended_at IS NULL
         AND (claimed_until IS NULL OR claimed_until <= ?3)
         AND (next_try_at IS NULL OR next_try_at <= ?3)
         AND (?5 = 0 OR in_doubt_since IS NOT NULL)
       RETURNING issue_id AS issueId, number, tries, round, in_doubt_since AS inDoubtSince,
                 taken_at AS takenAt`,
    )
    .bind(issueId, number, at, until, Number(isDoubtOnly))
    .first<ClaimedChunk>()
  if (claimed) return { kind: 'claimed', chunk: claimed }
  const chunk = await findChunk(db, { issueId, number })
  if (!chunk || chunk.endedAt) return { kind: 'ended' }
  return {
    kind: 'later',
    at: [chunk.claimedUntil, chunk.nextTryAt, at].map(String).sort().at(-1) ?? at,
  }
}

/**
 * Begins a new round of a claimed chunk, under a new key and with its members chosen anew; false
 * where the provider has told of its mails since, or another claim came after.
 */
export async function startRound(
  db: D1Database,
  { issueId, number, tries }: ClaimedChunk,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE delivery_chunks
       SET round = round + 1, in_doubt_since = NULL
       WHERE issue_id = ?1 AND number = ?2 AND tries = ?3 AND ended_at IS NULL
         AND taken_at IS NULL`,
    )
    .bind(issueId, number, tries)
    .run()
  return meta.changes > 0
}

/** Chunks of these issues, in their order, that are open and that nobody works on or waits for. */
export async function idleChunks(
  db: D1Database,
  {
    issueIds,
    at,
    limit,
    isDoubtOnly,
  }: { issueIds: string[]; at: string; limit: number; isDoubtOnly: boolean },
): Promise<ChunkKey[]> {
  const { results } = await db
    .prepare(
      `SELECT issue_id AS issueId, number
       FROM json_each(?1) AS wanted CROSS JOIN delivery_chunks INDEXED BY delivery_chunks_open
       WHERE issue_id = wanted.value AND ended_at IS NULL
         AND (claimed_until IS NULL OR claimed_until <= ?2)
         AND (next_try_at IS NULL OR next_try_at <= ?2)
         AND (?4 = 0 OR in_doubt_since IS NOT NULL)
       ORDER BY wanted.key, number
       LIMIT ?3`,
    )
    .bind(JSON.stringify(issueIds), at, limit, Number(isDoubtOnly))
    .all<ChunkKey>()
  return results
}

/** How many calls of an issue are still to be made. */
export async function countOpenChunks(db: D1Database, issueId: string): Promise<number> {
  const open = await db
    .prepare(
      `SELECT count(*) AS n
       FROM delivery_chunks INDEXED BY delivery_chunks_open
       WHERE issue_id = ?1 AND ended_at IS NULL`,
    )
    .bind(issueId)
    .first<number>('n')
  return open ?? 0
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
