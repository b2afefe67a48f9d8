/** Never asks a host and its subdomains again, from this moment on. */
export function stopHost(
  db: D1Database,
  host: string,
  at: string,
  words: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO stopped_hosts (host, asked_at, words)
       VALUES (lower(?1), ?2, ?3)
       ON CONFLICT (host) DO UPDATE SET asked_at = ?2, words = ?3`,
    )
    .bind(host, at, words)
}

/** Lets a host be asked again, whose publisher has taken the word back. */
export function unstopHost(db: D1Database, host: string): D1PreparedStatement {
  return db.prepare('DELETE FROM stopped_hosts WHERE host = lower(?1)').bind(host)
}

/** Hosts that are never asked, with who asked for it in which words. */
export async function listStoppedHosts(
  db: D1Database,
): Promise<{ host: string; askedAt: string; words: string }[]> {
  const { results } = await db
    .prepare('SELECT host, asked_at AS askedAt, words FROM stopped_hosts ORDER BY host')
    .all<{ host: string; askedAt: string; words: string }>()
  return results
}
