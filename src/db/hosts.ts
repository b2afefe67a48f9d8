/** What we know of a publisher's host. */
export type Host = {
  host: string
  robotsText: string | null
  robotsFetchedAt: string | null
  waitUntil: string | null
  waitReason: string | null
}

/** The host's row, or null where it was never asked. */
export async function findHost(db: D1Database, host: string): Promise<Host | null> {
  return await db
    .prepare(
      `SELECT host, robots_text AS robotsText, robots_fetched_at AS robotsFetchedAt,
              wait_until AS waitUntil, wait_reason AS waitReason
       FROM hosts
       WHERE host = ?1`,
    )
    .bind(host)
    .first<Host>()
}

/** Keeps a host's robots.txt; the empty text allows everything. */
export async function keepRobots(
  db: D1Database,
  host: string,
  robotsText: string,
  at: string,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO hosts (host, robots_text, robots_fetched_at)
       VALUES (?1, ?2, ?3)
       ON CONFLICT (host) DO UPDATE SET robots_text = ?2, robots_fetched_at = ?3`,
    )
    .bind(host, robotsText, at)
    .run()
}

/** Remembers until when a host asked us to stay away, and in which words. */
export async function keepWait(
  db: D1Database,
  host: string,
  until: string,
  reason: string,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO hosts (host, wait_until, wait_reason)
       VALUES (?1, ?2, ?3)
       ON CONFLICT (host) DO UPDATE SET wait_until = ?2, wait_reason = ?3`,
    )
    .bind(host, until, reason)
    .run()
}
