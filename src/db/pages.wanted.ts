/** A page that an admin wants read, whether it was read before or not. */
type WantedPage = { url: string; sourceId: string; scanId: string; at: string }

/**
 * Makes a page due that is not known yet, or due anew that is done or was stopped; one that was read
 * less than `gap` seconds ago waits. Tells under which scan it is read, this or one that runs, and
 * from when on. `along` is written in the same transaction.
 */
export async function openPage(
  db: D1Database,
  { url, sourceId, scanId, at }: WantedPage,
  gap: number,
  ...along: D1PreparedStatement[]
): Promise<{ scanId: string; nextTryAt: string }> {
  const [, , , found] = await db.batch<{ scanId: string; nextTryAt: string }>([
    db
      .prepare(`INSERT INTO scans (id, requested_by, requested_at) VALUES (?1, 'admin', ?2)`)
      .bind(scanId, at),
    db
      .prepare(
        `INSERT INTO pages (url, source_id, scan_id, title, feed_text, found_at, next_try_at)
         VALUES (?1, ?2, ?3, '', '', ?4, ?4)
         ON CONFLICT (url) DO UPDATE
         SET scan_id = ?3, tries = 0, claimed_at = NULL, read_at = NULL, given_up_at = NULL,
             note = NULL,
             next_try_at = max(?4, coalesce(strftime('%Y-%m-%dT%H:%M:%fZ',
               coalesce(read_at, given_up_at), '+' || ?5 || ' seconds'), ?4))
         WHERE read_at IS NOT NULL OR given_up_at IS NOT NULL
           OR scan_id IN (SELECT id FROM scans WHERE stopped_at IS NOT NULL)`,
      )
      .bind(url, sourceId, scanId, at, gap),
    db
      .prepare(
        'DELETE FROM scans WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM pages WHERE scan_id = ?1)',
      )
      .bind(scanId),
    db
      .prepare('SELECT scan_id AS scanId, next_try_at AS nextTryAt FROM pages WHERE url = ?1')
      .bind(url),
    ...along,
  ])
  return found?.results[0] ?? { scanId, nextTryAt: at }
}

/** The source of a page that is known, or null. */
export async function sourceOfPage(db: D1Database, url: string): Promise<string | null> {
  return await db
    .prepare('SELECT source_id AS sourceId FROM pages WHERE url = ?1')
    .bind(url)
    .first<string>('sourceId')
}
