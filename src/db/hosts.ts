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
