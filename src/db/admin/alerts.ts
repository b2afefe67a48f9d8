/** An alert of a day, and whether it is out. */
export type Alert = { day: string; cause: string; words: string }

/** Keeps what is to be told on a day: the first words of each cause stay. */
export function keepAlerts(db: D1Database, alerts: Alert[], at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO alerts (day, cause, words, made_at)
       SELECT value ->> 'day', value ->> 'cause', value ->> 'words', ?2
       FROM json_each(?1)
       WHERE true
       ON CONFLICT (day, cause) DO NOTHING`,
    )
    .bind(JSON.stringify(alerts), at)
}

/** Alerts of a day that are not out. */
export async function unsentAlerts(db: D1Database, day: string): Promise<Alert[]> {
  const { results } = await db
    .prepare(
      `SELECT day, cause, words
       FROM alerts
       WHERE day = ?1 AND sent_at IS NULL
       ORDER BY made_at, cause`,
    )
    .bind(day)
    .all<Alert>()
  return results
}

/** Notes that alerts of a day are out. */
export async function markAlerted(
  db: D1Database,
  { day, causes }: { day: string; causes: string[] },
  at: string,
): Promise<void> {
  await db
    .prepare(
      `UPDATE alerts
       SET sent_at = ?3
       WHERE day = ?1 AND cause IN (SELECT value FROM json_each(?2))`,
    )
    .bind(day, JSON.stringify(causes), at)
    .run()
}

/** Issues of after a moment that are not sent to the end, oldest first. */
export async function openIssues(
  db: D1Database,
  since: string,
): Promise<{ id: string; madeAt: string; heldAt: string | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT id, made_at AS madeAt, iif(is_held, held_at, NULL) AS heldAt
       FROM issues
       WHERE finished_at IS NULL AND covers_until > ?1
       ORDER BY covers_until`,
    )
    .bind(since)
    .all<{ id: string; madeAt: string; heldAt: string | null }>()
  return results
}
