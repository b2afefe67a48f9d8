/** What a server gave us to ask with next time; kept exactly as it was sent. */
export type Validators = { etag: string | null; lastModified: string | null }

/** The moments up to which a last request lies far enough back. */
type Gaps = { conditional: string; whole: string }

/**
 * Claims the right to ask for an address now, and gives the validators to ask with; null where it
 * was asked for too lately. Claiming is remembered at once: whatever becomes of the request, nobody
 * asks again before it is polite.
 */
export async function claimAddress(
  db: D1Database,
  url: string,
  at: string,
  { conditional, whole }: Gaps,
): Promise<Validators | null> {
  return await db
    .prepare(
      `INSERT INTO addresses (url, asked_at, whole_at)
       VALUES (?1, ?2, ?2)
       ON CONFLICT (url) DO UPDATE
       SET asked_at = ?2,
           whole_at = iif(coalesce(etag, last_modified) IS NULL, ?2, whole_at)
       WHERE asked_at <= ?3
         AND (coalesce(etag, last_modified) IS NOT NULL OR whole_at IS NULL OR whole_at <= ?4)
       RETURNING etag, last_modified AS lastModified`,
    )
    .bind(url, at, conditional, whole)
    .first<Validators>()
}

/** When an address was last asked for, and since when it waits for being asked for as a whole. */
export async function lastAsked(
  db: D1Database,
  url: string,
): Promise<{ askedAt: string; wholeAt: string | null } | null> {
  return await db
    .prepare(
      `SELECT asked_at AS askedAt,
              iif(coalesce(etag, last_modified) IS NULL, whole_at, NULL) AS wholeAt
       FROM addresses
       WHERE url = ?1`,
    )
    .bind(url)
    .first<{ askedAt: string; wholeAt: string | null }>()
}

/** The server gave nothing of an address: its next request need not wait as after a whole one. */
export async function forgetWhole(db: D1Database, url: string): Promise<void> {
  await db.prepare('UPDATE addresses SET whole_at = NULL WHERE url = ?1').bind(url).run()
}

/**
 * Keeps what the server gave to ask with next time, both as they came: instead of what it gave before
 * where it gave the whole, beside it where it said that nothing has changed.
 */
export function keepValidators(
  db: D1Database,
  url: string,
  { etag, lastModified }: Validators,
  isWhole: boolean,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE addresses
       SET etag = iif(?4, ?2, coalesce(?2, etag)),
           last_modified = iif(?4, ?3, coalesce(?3, last_modified))
       WHERE url = ?1`,
    )
    .bind(url, etag, lastModified, isWhole ? 1 : 0)
}

/** Keeps the same of an address that was asked for as a page, so never claimed; what is kept stays. */
export function addValidators(
  db: D1Database,
  url: string,
  at: string,
  { etag, lastModified }: Validators,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO addresses (url, asked_at, whole_at, etag, last_modified)
       VALUES (?1, ?2, ?2, ?3, ?4)
       ON CONFLICT (url) DO NOTHING`,
    )
    .bind(url, at, etag, lastModified)
}

/**
 * Lets all of an address be asked for though its server says nothing has changed: an operator wants
 * that by a scan, in whose batch it is done. Where that scan is not kept, nothing is forgotten.
 */
export function forgetValidators(db: D1Database, url: string, scanId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE addresses
       SET etag = NULL, last_modified = NULL
       WHERE url = ?1 AND EXISTS (SELECT 1 FROM scans WHERE id = ?2)`,
    )
    .bind(url, scanId)
}

/** Which of these addresses may be asked for now, in their order. */
export async function dueAddresses(
  db: D1Database,
  urls: string[],
  { conditional, whole }: Gaps,
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT value AS url
       FROM json_each(?1)
       LEFT JOIN addresses ON url = value
       WHERE asked_at IS NULL
          OR (asked_at <= ?2
              AND (coalesce(etag, last_modified) IS NOT NULL OR whole_at IS NULL OR whole_at <= ?3))
       ORDER BY json_each.key`,
    )
    .bind(JSON.stringify(urls), conditional, whole)
    .all<{ url: string }>()
  return results.map(({ url }) => url)
}
