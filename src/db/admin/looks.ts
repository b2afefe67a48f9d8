import type { Look } from '../scans.ts'

/** A look as it ended, and who asked for it. */
export type PastLook = Omit<Look, 'sourceId'> & { requestedBy: 'cron' | 'admin' }

/** The latest looks at a source that have ended, with what came of them. */
export async function lastLooks(
  db: D1Database,
  sourceId: string,
  limit: number,
): Promise<PastLook[]> {
  const { results } = await db
    .prepare(
      `SELECT scan_id AS scanId, requested_by AS requestedBy, started_at AS startedAt,
              finished_at AS finishedAt, outcome, detail, items, relevant, found
       FROM looks JOIN scans ON scans.id = scan_id
       WHERE source_id = ?1 AND finished_at IS NOT NULL
       ORDER BY finished_at DESC
       LIMIT ?2`,
    )
    .bind(sourceId, limit)
    .all<PastLook>()
  return results
}
