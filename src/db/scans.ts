/** One look at one source, as part of a scan. Open until it has an outcome. */
export type Look = {
  scanId: string
  sourceId: string
  startedAt: string | null
  finishedAt: string | null
  outcome: 'fresh' | 'unchanged' | 'refused' | 'failed' | null
  detail: string | null
  items: number | null
  relevant: number | null
  found: number | null
}

type Scan = { id: string; requestedBy: 'cron' | 'admin'; requestedAt: string }

/** How a look ended. */
export type LookResult = {
  outcome: NonNullable<Look['outcome']>
  detail: string | null
  items: number | null
  relevant: number | null
}

/**
 * Opens a scan of these sources. A source that already has an open look keeps that one.
 * Returns the ids of the sources that the new scan opened; for none, no scan is kept. `along` is
 * written in the same transaction.
 */
export async function openScan(
  db: D1Database,
  scan: Scan,
  sourceIds: string[],
  ...along: D1PreparedStatement[]
): Promise<string[]> {
  const [, opened] = await db.batch<{ sourceId: string }>([
    db
      .prepare('INSERT INTO scans (id, requested_by, requested_at) VALUES (?1, ?2, ?3)')
      .bind(scan.id, scan.requestedBy, scan.requestedAt),
    db
      .prepare(
        `INSERT INTO looks (scan_id, source_id)
         SELECT ?1, value FROM json_each(?2) WHERE true
         ON CONFLICT (source_id) WHERE finished_at IS NULL DO NOTHING
         RETURNING source_id AS sourceId`,
      )
      .bind(scan.id, JSON.stringify(sourceIds)),
    db
      .prepare(
        'DELETE FROM scans WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM looks WHERE scan_id = ?1)',
      )
      .bind(scan.id),
    ...along,
  ])
  return opened?.results.map(({ sourceId }) => sourceId) ?? []
}

/** The scan in which one of these sources is being looked at right now, if any. */
export async function findOpenScan(db: D1Database, sourceIds: string[]): Promise<string | null> {
  return await db
    .prepare(
      `SELECT scan_id AS scanId
       FROM looks
       WHERE finished_at IS NULL AND source_id IN (SELECT value FROM json_each(?1))
       LIMIT 1`,
    )
    .bind(JSON.stringify(sourceIds))
    .first<string>('scanId')
}

/** Frees looks that were begun before `before` and never ended: whoever did them is gone. */
export function freeLooks(db: D1Database, before: string): D1PreparedStatement {
  return db
    .prepare('UPDATE looks SET started_at = NULL WHERE finished_at IS NULL AND started_at < ?1')
    .bind(before)
}

/** Open looks that nobody works on. */
export async function idleLooks(
  db: D1Database,
  limit: number,
): Promise<Pick<Look, 'scanId' | 'sourceId'>[]> {
  const { results } = await db
    .prepare(
      `SELECT scan_id AS scanId, source_id AS sourceId
       FROM looks
       WHERE finished_at IS NULL AND started_at IS NULL
       LIMIT ?1`,
    )
    .bind(limit)
    .all<Pick<Look, 'scanId' | 'sourceId'>>()
  return results
}

/** Claims an open look; false where it is done or somebody else works on it. */
export async function claimLook(
  db: D1Database,
  { scanId, sourceId }: Pick<Look, 'scanId' | 'sourceId'>,
  at: string,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE looks
       SET started_at = ?3
       WHERE scan_id = ?1 AND source_id = ?2 AND finished_at IS NULL AND started_at IS NULL`,
    )
    .bind(scanId, sourceId, at)
    .run()
  return meta.changes > 0
}

/** Gives an open look back: it could not be done just now, and its job comes again. */
export async function releaseLook(
  db: D1Database,
  { scanId, sourceId }: Pick<Look, 'scanId' | 'sourceId'>,
): Promise<void> {
  await db
    .prepare(
      `UPDATE looks
       SET started_at = NULL
       WHERE scan_id = ?1 AND source_id = ?2 AND finished_at IS NULL`,
    )
    .bind(scanId, sourceId)
    .run()
}

/** Ends a look with what it gave; `found` is the count of pages that it added. */
export function finishLook(
  db: D1Database,
  { scanId, sourceId }: Pick<Look, 'scanId' | 'sourceId'>,
  at: string,
  result: LookResult,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE looks
       SET finished_at = ?3, outcome = ?4, detail = ?5, items = ?6, relevant = ?7,
           found = (SELECT count(*) FROM pages WHERE scan_id = ?1 AND pages.source_id = ?2)
       WHERE scan_id = ?1 AND source_id = ?2 AND finished_at IS NULL`,
    )
    .bind(scanId, sourceId, at, result.outcome, result.detail, result.items, result.relevant)
}
