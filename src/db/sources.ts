/** The state of a configured source. */
export type SourceState = {
  id: string
  nextDueAt: string
  etag: string | null
  lastModified: string | null
  lastScanAt: string | null
  lastOkAt: string | null
  lastChangeAt: string | null
  failures: number
  lastError: string | null
}

const COLUMNS = `id, next_due_at AS nextDueAt, etag, last_modified AS lastModified,
  last_scan_at AS lastScanAt, last_ok_at AS lastOkAt, last_change_at AS lastChangeAt,
  failures, last_error AS lastError`

/** Gives every configured source a row, due at once; known ones stay as they are. */
export function addSources(db: D1Database, ids: string[], at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO sources (id, next_due_at)
       SELECT value, ?2 FROM json_each(?1) WHERE true
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(JSON.stringify(ids), at)
}

/** Ids of configured sources whose next look is due. */
export async function dueSources(db: D1Database, ids: string[], at: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id
       FROM sources
       WHERE next_due_at <= ?2 AND id IN (SELECT value FROM json_each(?1))
       ORDER BY next_due_at`,
    )
    .bind(JSON.stringify(ids), at)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** State of one source, or null where it has none yet. */
export async function findSource(db: D1Database, id: string): Promise<SourceState | null> {
  return await db
    .prepare(`SELECT ${COLUMNS} FROM sources WHERE id = ?1`)
    .bind(id)
    .first<SourceState>()
}

/** States of all sources that were ever configured. */
export async function listSources(db: D1Database): Promise<SourceState[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM sources ORDER BY id`)
    .all<SourceState>()
  return results
}

/** Writes the state of a source after a look at it. */
export function saveSource(db: D1Database, state: SourceState): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sources
       SET next_due_at = ?2, etag = ?3, last_modified = ?4, last_scan_at = ?5, last_ok_at = ?6,
           last_change_at = ?7, failures = ?8, last_error = ?9
       WHERE id = ?1`,
    )
    .bind(
      state.id,
      state.nextDueAt,
      state.etag,
      state.lastModified,
      state.lastScanAt,
      state.lastOkAt,
      state.lastChangeAt,
      state.failures,
      state.lastError,
    )
}
