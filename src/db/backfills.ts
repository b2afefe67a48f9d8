/** How far the reading of a source's history has come. */
export type Backfill = {
  sourceId: string
  scanId: string
  /** The step that comes next, from 0 on. */
  step: number
  tries: number
  /** A digest of what the last step showed; null before the first. */
  shown: string | null
  /** The days that it is read for, both included; null: without an end on that side. */
  coversFrom: string | null
  coversUntil: string | null
  /** When its next step is due. */
  nextAt: string
  finishedAt: string | null
  note: string | null
}

const COLUMNS = `source_id AS sourceId, scan_id AS scanId, step, tries, shown,
  covers_from AS coversFrom, covers_until AS coversUntil, next_at AS nextAt, finished_at AS finishedAt, note`

/** A history that is wanted, from a step on, for some days. */
type WantedBackfill = Pick<Backfill, 'sourceId' | 'scanId' | 'step' | 'coversFrom' | 'coversUntil'>

/**
 * Begins a history, under a scan of its own; the id of the scan that reads it, new or running.
 * `along` is written in the same transaction.
 */
export async function openBackfill(
  db: D1Database,
  { sourceId, scanId, step, coversFrom, coversUntil }: WantedBackfill,
  at: string,
  ...along: D1PreparedStatement[]
): Promise<string> {
  const [, , , found] = await db.batch<{ scanId: string }>([
    db
      .prepare(`INSERT INTO scans (id, requested_by, requested_at) VALUES (?1, 'admin', ?2)`)
      .bind(scanId, at),
    db
      .prepare(
        `INSERT INTO backfills (source_id, scan_id, next_at, step, covers_from, covers_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (source_id) DO UPDATE
         SET scan_id = ?2, step = ?4, next_at = ?3, claimed_at = NULL, tries = 0, shown = NULL,
             finished_at = NULL, note = NULL, covers_from = ?5, covers_until = ?6
         WHERE finished_at IS NOT NULL
           OR scan_id IN (SELECT id FROM scans WHERE stopped_at IS NOT NULL)`,
      )
      .bind(sourceId, scanId, at, step, coversFrom, coversUntil),
    db
      .prepare(
        `DELETE FROM scans
         WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM backfills WHERE scan_id = ?1)`,
      )
      .bind(scanId),
    db.prepare('SELECT scan_id AS scanId FROM backfills WHERE source_id = ?1').bind(sourceId),
    ...along,
  ])
  return found?.results[0]?.scanId ?? scanId
}

/** Claims a history's next step where it is due; null where it is not, or where somebody has it. */
export async function claimBackfill(
  db: D1Database,
  sourceId: string,
  at: string,
): Promise<Backfill | null> {
  return await db
    .prepare(
      `UPDATE backfills
       SET claimed_at = ?2
       WHERE source_id = ?1 AND finished_at IS NULL AND claimed_at IS NULL AND next_at <= ?2
         AND NOT EXISTS (SELECT 1 FROM scans WHERE id = scan_id AND stopped_at IS NOT NULL)
       RETURNING ${COLUMNS}`,
    )
    .bind(sourceId, at)
    .first<Backfill>()
}

/** Puts a history's next step off; a failed one counts its tries, a done one begins them anew. */
export function putOffBackfill(
  db: D1Database,
  { sourceId, step, tries, shown, note }: Backfill,
  nextAt: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE backfills
       SET step = ?2, tries = ?3, shown = ?4, note = ?5, next_at = ?6, claimed_at = NULL
       WHERE source_id = ?1`,
    )
    .bind(sourceId, step, tries, shown, note, nextAt)
}

/** Ends a history, with why it ended there. */
export function finishBackfill(
  db: D1Database,
  sourceId: string,
  at: string,
  note: string,
): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE backfills SET finished_at = ?2, note = ?3, claimed_at = NULL WHERE source_id = ?1',
    )
    .bind(sourceId, at, note)
}

/** Sources whose history has a step due that nobody works on. */
export async function dueBackfills(db: D1Database, at: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT source_id AS sourceId
       FROM backfills
       WHERE finished_at IS NULL AND claimed_at IS NULL AND next_at <= ?1
         AND NOT EXISTS (SELECT 1 FROM scans WHERE id = scan_id AND stopped_at IS NOT NULL)`,
    )
    .bind(at)
    .all<{ sourceId: string }>()
  return results.map(({ sourceId }) => sourceId)
}

/** Frees steps that were claimed before `before` and never ended. */
export function freeBackfills(db: D1Database, before: string): D1PreparedStatement {
  return db
    .prepare('UPDATE backfills SET claimed_at = NULL WHERE finished_at IS NULL AND claimed_at < ?1')
    .bind(before)
}

/** How the history that a scan reads is going, or null where the scan reads none. */
export async function findBackfill(db: D1Database, scanId: string): Promise<Backfill | null> {
  return await db
    .prepare(`SELECT ${COLUMNS} FROM backfills WHERE scan_id = ?1`)
    .bind(scanId)
    .first<Backfill>()
}
