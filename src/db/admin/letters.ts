/** A job that its queue gave up, and what an admin did with it. */
export type Letter = {
  id: string
  queue: string
  job: { kind: string }
  attempts: number
  diedAt: string
  /** Why it last failed, in the words of what failed; null where nothing told. */
  reason: string | null
  settledAt: string | null
  settledBy: string | null
  settledHow: 'replayed' | 'put aside' | null
}

export type Settling = {
  ids: string[]
  at: string
  who: string
  how: NonNullable<Letter['settledHow']>
}

const LETTER = `id, queue, job, attempts, died_at AS diedAt, reason, settled_at AS settledAt,
  settled_by AS settledBy, settled_how AS settledHow`

type Row = Omit<Letter, 'job'> & { job: string }

/** Letters that nobody has settled, oldest first. */
export async function openLetters(db: D1Database, limit: number): Promise<Letter[]> {
  const { results } = await db
    .prepare(
      `SELECT ${LETTER}
       FROM dead_letters
       WHERE settled_at IS NULL
       ORDER BY died_at, id
       LIMIT ?1`,
    )
    .bind(limit)
    .all<Row>()
  return results.map(letterOf)
}

/** The latest letters that were settled. */
export async function settledLetters(db: D1Database, limit: number): Promise<Letter[]> {
  const { results } = await db
    .prepare(
      `SELECT ${LETTER}
       FROM dead_letters
       WHERE settled_at IS NOT NULL
       ORDER BY settled_at DESC, id
       LIMIT ?1`,
    )
    .bind(limit)
    .all<Row>()
  return results.map(letterOf)
}

/** How many letters nobody has settled, and when the oldest died. */
export async function countLetters(
  db: D1Database,
): Promise<{ count: number; oldest: string | null }> {
  const found = await db
    .prepare(
      `SELECT count(*) AS count, min(died_at) AS oldest
       FROM dead_letters
       WHERE settled_at IS NULL`,
    )
    .first<{ count: number; oldest: string | null }>()
  return found ?? { count: 0, oldest: null }
}

/** A letter, or null. */
export async function findLetter(db: D1Database, id: string): Promise<Letter | null> {
  const row = await db
    .prepare(`SELECT ${LETTER} FROM dead_letters WHERE id = ?1`)
    .bind(id)
    .first<Row>()
  return row && letterOf(row)
}

/** Settles those of these letters that nobody has settled, and gives their ids. */
export function settleLetters(
  db: D1Database,
  { ids, at, who, how }: Settling,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE dead_letters
       SET settled_at = ?2, settled_by = ?3, settled_how = ?4
       WHERE id IN (SELECT value FROM json_each(?1)) AND settled_at IS NULL
       RETURNING id`,
    )
    .bind(JSON.stringify(ids), at, who, how)
}

/** Opens letters again: their jobs could not be sent. */
export async function reopenLetters(db: D1Database, ids: string[]): Promise<void> {
  await db
    .prepare(
      `UPDATE dead_letters
       SET settled_at = NULL, settled_by = NULL, settled_how = NULL
       WHERE id IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(ids))
    .run()
}

function letterOf({ job, ...row }: Row): Letter {
  return { ...row, job: JSON.parse(job) }
}
