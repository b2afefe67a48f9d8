/**
 * Stops a scan: its open looks end, and what it has still to read waits until the scan goes on. What
 * is being asked for at this moment is still kept.
 */
export function stopScan(
  db: D1Database,
  { id, at, who }: { id: string; at: string; who: string },
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        'UPDATE scans SET stopped_at = ?2, stopped_by = ?3 WHERE id = ?1 AND stopped_at IS NULL',
      )
      .bind(id, at, who),
    db
      .prepare(
        `UPDATE looks
         SET finished_at = ?2, outcome = 'refused', detail = ?3, found = 0
         WHERE scan_id = ?1 AND finished_at IS NULL`,
      )
      .bind(id, at, `stopped by ${who}`),
  ]
}

/** Lets a stopped scan read on what it had found. */
export function goOnScan(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare('UPDATE scans SET stopped_at = NULL, stopped_by = NULL WHERE id = ?1').bind(id)
}

/** What a scan has still to do: pages that are due, and the source whose history it reads. */
export async function openWork(
  db: D1Database,
  id: string,
  at: string,
): Promise<{ urls: string[]; histories: string[] }> {
  const [pages, histories] = await db.batch<{ found: string }>([
    db
      .prepare(
        `SELECT url AS found
         FROM pages
         WHERE scan_id = ?1 AND read_at IS NULL AND given_up_at IS NULL AND next_try_at <= ?2`,
      )
      .bind(id, at),
    db
      .prepare(
        `SELECT source_id AS found
         FROM backfills
         WHERE scan_id = ?1 AND finished_at IS NULL AND next_at <= ?2`,
      )
      .bind(id, at),
  ])
  const found = (rows: typeof pages) => rows?.results.map((row) => row.found) ?? []
  return { urls: found(pages), histories: found(histories) }
}

/** What stopped scans of these sources had still to read is read by another one. */
export function adoptStopped(
  db: D1Database,
  scanId: string,
  sourceIds: string[],
  at: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE pages
       SET scan_id = ?1, next_try_at = max(?3, next_try_at)
       WHERE read_at IS NULL AND given_up_at IS NULL
         AND source_id IN (SELECT value FROM json_each(?2))
         AND scan_id IN (SELECT id FROM scans WHERE stopped_at IS NOT NULL)
       RETURNING url`,
    )
    .bind(scanId, JSON.stringify(sourceIds), at)
}
