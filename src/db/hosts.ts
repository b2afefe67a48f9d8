/** What is known of a host at the moment at which it is ours to ask. */
export type HostClaim = {
  lease: string
  waitUntil: string | null
  waitReason: string | null
  waits: number
  /** The publisher's words, where it asked us to stay away. */
  stopped: string | null
}

type Claim = { host: string; hostname: string; at: string; leftBefore: string }

/**
 * Claims a host, so that nobody else asks it meanwhile; null where somebody does, or where the pause
 * after the last request is not over. A lease from before `leftBefore` counts as left.
 */
export async function claimHost(db: D1Database, claim: Claim): Promise<HostClaim | null> {
  const { host, hostname, at, leftBefore } = claim
  return await db
    .prepare(
      `INSERT INTO hosts (host, lease, leased_at)
       VALUES (?1, ?2, ?3)
       ON CONFLICT (host) DO UPDATE SET lease = ?2, leased_at = ?3
       WHERE (lease IS NULL OR leased_at < ?4) AND (free_at IS NULL OR free_at <= ?3)
       RETURNING lease, wait_until AS waitUntil, wait_reason AS waitReason, waits,
         (SELECT words
          FROM stopped_hosts AS stopped
          WHERE ?5 = stopped.host OR ?5 LIKE '%.' || stopped.host) AS stopped`,
    )
    .bind(host, crypto.randomUUID(), at, leftBefore, hostname)
    .first<HostClaim>()
}

/** When the pause of a host ends, or null where it has none. */
export async function pauseOf(db: D1Database, host: string): Promise<string | null> {
  return await db
    .prepare('SELECT free_at AS freeAt FROM hosts WHERE host = ?1')
    .bind(host)
    .first<string>('freeAt')
}

/** What is to be remembered of a host for whoever asks it next. */
export type HostRelease = {
  host: string
  lease: string
  freeAt: string
  waitUntil: string | null
  waitReason: string | null
  waits: number
}

/** Gives a claimed host back; nothing happens where the lease was lost. */
export function releaseHost(db: D1Database, release: HostRelease): D1PreparedStatement {
  const { host, lease, freeAt, waitUntil, waitReason, waits } = release
  return db
    .prepare(
      `UPDATE hosts
       SET lease = NULL, leased_at = NULL, free_at = ?3, wait_until = ?4, wait_reason = ?5,
           waits = ?6
       WHERE host = ?1 AND lease = ?2`,
    )
    .bind(host, lease, freeAt, waitUntil, waitReason, waits)
}

/** Frees hosts that were claimed before `before`: whoever asked them is gone. */
export function freeHosts(db: D1Database, before: string): D1PreparedStatement {
  return db
    .prepare('UPDATE hosts SET lease = NULL, leased_at = NULL WHERE leased_at < ?1')
    .bind(before)
}

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

/** Hosts that are never asked, with who asked for it in which words. */
export async function listStoppedHosts(
  db: D1Database,
): Promise<{ host: string; askedAt: string; words: string }[]> {
  const { results } = await db
    .prepare('SELECT host, asked_at AS askedAt, words FROM stopped_hosts ORDER BY host')
    .all<{ host: string; askedAt: string; words: string }>()
  return results
}

/** Lets a host be asked again, whose publisher has taken the word back. */
export function unstopHost(db: D1Database, host: string): D1PreparedStatement {
  return db.prepare('DELETE FROM stopped_hosts WHERE host = lower(?1)').bind(host)
}
