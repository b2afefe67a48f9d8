import type { Keeping, Purged } from './purge.ts'

const ROWS = 200 // of each kind, by one step

/**
 * Drops what was written down before a moment of running the site: acts of admins, dead letters that
 * somebody settled, failures of jobs, alerts, what was used of quotas. A dead letter that nobody
 * settled stays, and so do counts of subscribers, one row a day: the picture is made of them.
 */
export async function purgeLog(
  db: D1Database,
  { logFrom }: Pick<Keeping, 'logFrom'>,
): Promise<Pick<Purged, 'log'>> {
  const day = logFrom.slice(0, 10)
  const results = await db.batch([
    oldActs(db, logFrom),
    db
      .prepare(
        `DELETE FROM dead_letters
         WHERE id IN (SELECT id
                      FROM dead_letters
                      WHERE settled_at <= ?1
                      ORDER BY settled_at
                      LIMIT ${ROWS})`,
      )
      .bind(logFrom),
    db
      .prepare(
        `DELETE FROM job_failures
         WHERE job IN (SELECT job
                       FROM job_failures
                       WHERE failed_at <= ?1
                       ORDER BY failed_at
                       LIMIT ${ROWS})`,
      )
      .bind(logFrom),
    db
      .prepare(
        `DELETE FROM alerts
         WHERE (day, cause) IN (SELECT day, cause FROM alerts WHERE day < ?1 ORDER BY day, cause LIMIT ${ROWS})`,
      )
      .bind(day),
    db
      .prepare(
        `DELETE FROM usage
         WHERE (day, what) IN (SELECT day, what FROM usage WHERE day < ?1 ORDER BY day, what LIMIT ${ROWS})`,
      )
      .bind(day),
  ])
  return { log: results.reduce((sum, { meta }) => sum + meta.changes, 0) }
}

/** The first ones only are looked at: they are kept in the order of time. */
function oldActs(db: D1Database, logFrom: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM audit
       WHERE id IN (SELECT id
                    FROM (SELECT id, at FROM audit ORDER BY id LIMIT ${ROWS})
                    WHERE at <= ?1)`,
    )
    .bind(logFrom)
}
