/** A relevant item that is to be read, known by its canonical url. */
export type Page = {
  url: string
  sourceId: string
  scanId: string
  title: string
  published: string | null
  /** The text that the feed itself carries: all we have where the page is refused. */
  feedText: string
  tries: number
  /** The article that it gave; null while it is not read. */
  articleId: string | null
  /** How often it was looked at again. */
  looks: number
}

const PAGE = `url, source_id AS sourceId, scan_id AS scanId, title, published,
  feed_text AS feedText, tries, article_id AS articleId, looks`

const AGAIN_AT_ONCE = 20 // pages that one cron has looked at again

/**
 * Claims a page that is unread or is to be looked at again; null where it is done, is stopped, or
 * somebody else works on it.
 */
export async function claimPage(db: D1Database, url: string, at: string): Promise<Page | null> {
  return await db
    .prepare(
      `UPDATE pages
       SET claimed_at = ?2
       WHERE url = ?1 AND claimed_at IS NULL
         AND ((read_at IS NULL AND given_up_at IS NULL) OR again_at <= ?2)
         AND NOT EXISTS (SELECT 1 FROM scans WHERE id = scan_id AND stopped_at IS NOT NULL)
       RETURNING ${PAGE}`,
    )
    .bind(url, at)
    .first<Page>()
}

/** Frees pages that were claimed before `before` and are not done: whoever read them is gone. */
export function freePages(db: D1Database, before: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE pages
       SET claimed_at = NULL
       WHERE claimed_at < ?1
         AND ((read_at IS NULL AND given_up_at IS NULL) OR again_at IS NOT NULL)`,
    )
    .bind(before)
}

/**
 * Addresses of pages whose next try is due and that nobody works on, oldest first, and after them
 * some that are to be looked at again.
 */
export async function duePages(db: D1Database, at: string, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT url
       FROM (SELECT url
             FROM pages
             WHERE read_at IS NULL AND given_up_at IS NULL AND next_try_at <= ?1
               AND claimed_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM scans WHERE id = scan_id AND stopped_at IS NOT NULL)
             ORDER BY next_try_at
             LIMIT ?2)
       UNION ALL
       SELECT url
       FROM (SELECT url
             FROM pages
             WHERE again_at <= ?1 AND claimed_at IS NULL
             ORDER BY again_at
             LIMIT ${AGAIN_AT_ONCE})`,
    )
    .bind(at, limit)
    .all<{ url: string }>()
  return results.map(({ url }) => url)
}

type Done = { at: string; note: string | null; articleId: string; againAt: string | null }

/**
 * Marks a page as read, with the article that it gave and when it is looked at again, if at all;
 * `note` says why only the feed's own text could be read.
 */
export function finishPage(
  db: D1Database,
  url: string,
  { at, note, articleId, againAt }: Done,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE pages
       SET read_at = ?2, claimed_at = NULL, note = ?3, article_id = ?4, again_at = ?5
       WHERE url = ?1`,
    )
    .bind(url, at, note, articleId, againAt)
}

/** Puts a page off until `nextTryAt`, with what stood in the way. */
export async function putOffPage(
  db: D1Database,
  url: string,
  nextTryAt: string,
  note: string,
): Promise<void> {
  await db
    .prepare(
      `UPDATE pages
       SET tries = tries + 1, next_try_at = ?2, claimed_at = NULL, note = ?3
       WHERE url = ?1`,
    )
    .bind(url, nextTryAt, note)
    .run()
}

/** Gives a page back that could not be asked for just now; that is no try. */
export async function releasePage(
  db: D1Database,
  url: string,
  nextTryAt: string,
  note: string,
): Promise<void> {
  await db
    .prepare('UPDATE pages SET next_try_at = ?2, claimed_at = NULL, note = ?3 WHERE url = ?1')
    .bind(url, nextTryAt, note)
    .run()
}

/** Gives a page up for good: it is no article, or nothing of it can be read. */
export async function giveUpPage(
  db: D1Database,
  url: string,
  at: string,
  note: string,
): Promise<void> {
  await db
    .prepare(
      'UPDATE pages SET given_up_at = ?2, claimed_at = NULL, note = ?3 WHERE url = ?1 AND read_at IS NULL',
    )
    .bind(url, at, note)
    .run()
}
