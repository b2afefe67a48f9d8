/** A robots.txt as it was last fetched; `text` is null where it could not be had, and why. */
export type Robots = { fetchedAt: string; text: string | null; reason: string | null }

/** The robots.txt of a service, or null where it was never asked for. */
export async function findRobots(db: D1Database, origin: string): Promise<Robots | null> {
  return await db
    .prepare('SELECT fetched_at AS fetchedAt, text, reason FROM robots WHERE origin = ?1')
    .bind(origin)
    .first<Robots>()
}

/** Keeps a robots.txt, or why there is none to be had; the empty text allows everything. */
export async function keepRobots(
  db: D1Database,
  origin: string,
  at: string,
  robots: { text: string } | { reason: string },
): Promise<void> {
  const [text, reason] = 'text' in robots ? [robots.text, null] : [null, robots.reason]
  await db
    .prepare(
      `INSERT INTO robots (origin, fetched_at, text, reason)
       VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (origin) DO UPDATE SET fetched_at = ?2, text = ?3, reason = ?4`,
    )
    .bind(origin, at, text, reason)
    .run()
}
