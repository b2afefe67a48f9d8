import { portions } from '../portions.ts'
import type { Page } from './pages.ts'
import { A_LIST } from './rows.ts'

/** A page that nobody has read. */
export type NewPage = Omit<Page, 'tries' | 'articleId' | 'looks'>

/** Pages of a history wait for its end, so that the oldest is read first. */
export const HELD = '9999-12-31T00:00:00.000Z'

/** Which of these addresses are known already. */
export async function knownPages(db: D1Database, urls: string[]): Promise<Set<string>> {
  const known = db.prepare('SELECT url FROM pages WHERE url IN (SELECT value FROM json_each(?1))')
  const lists = portions(urls, A_LIST)
  if (!lists.length) return new Set()
  const found = await db.batch<{ url: string }>(
    lists.map((some) => known.bind(JSON.stringify(some))),
  )
  return new Set(found.flatMap(({ results }) => results.map(({ url }) => url)))
}

/** Adds pages that are not known yet, to be read from `nextTryAt` on; each row written comes back. */
export function addPages(
  db: D1Database,
  pages: NewPage[],
  at: string,
  nextTryAt: string = at,
): D1PreparedStatement[] {
  const adding = db.prepare(
    `INSERT INTO pages (url, source_id, scan_id, title, published, feed_text, found_at, next_try_at)
     SELECT value ->> 'url', value ->> 'sourceId', value ->> 'scanId', value ->> 'title',
            value ->> 'published', value ->> 'feedText', ?2, ?3
     FROM json_each(?1)
     WHERE true
     ON CONFLICT (url) DO NOTHING
     RETURNING url`,
  )
  return portions(pages, A_LIST).map((some) => adding.bind(JSON.stringify(some), at, nextTryAt))
}

/** Lets the held pages of a scan be read, oldest first and undated last, one each `gap` seconds. */
export function unholdPages(
  db: D1Database,
  scanId: string,
  at: string,
  gap: number,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE pages
       SET next_try_at = strftime('%Y-%m-%dT%H:%M:%fZ', ?2, '+' || ((nth - 1) * ?3) || ' seconds')
       FROM (SELECT url AS held,
                    row_number() OVER (ORDER BY published IS NULL, published, url) AS nth
             FROM pages
             WHERE scan_id = ?1 AND next_try_at = ?4)
       WHERE url = held`,
    )
    .bind(scanId, at, gap, HELD)
}
