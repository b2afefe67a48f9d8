import { portions } from '../portions.ts'
import { A_LIST } from './rows.ts'

const MOST_LOOKS = 8 // at one page after the first, unless an admin asks

/** Wants pages looked at again whose source says that they changed after we last saw them. */
export function wantAgain(
  db: D1Database,
  changed: { url: string; updated: string }[],
  at: string,
): D1PreparedStatement[] {
  const wanted = db.prepare(
    `UPDATE pages
       SET again_at = ?2
       FROM (SELECT value ->> 'url' AS shown, value ->> 'updated' AS updated FROM json_each(?1))
       WHERE url = shown AND article_id IS NOT NULL AND looks < ${MOST_LOOKS}
         AND updated > COALESCE(looked_at, read_at) AND (again_at IS NULL OR again_at > ?2)`,
  )
  return portions(changed, A_LIST).map((some) => wanted.bind(JSON.stringify(some), at))
}

/** Ends a look at a page that was read before; it is looked at again at `againAt`, if at all. */
export function endLook(
  db: D1Database,
  url: string,
  { at, againAt, note }: { at: string; againAt: string | null; note: string | null },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE pages
       SET looks = looks + 1, looked_at = ?2, again_at = ?3, note = ?4, claimed_at = NULL,
           read_at = COALESCE(read_at, ?2)
       WHERE url = ?1`,
    )
    .bind(url, at, againAt, note)
}

/** Gives a page back that could not be looked at again just now. */
export async function putOffLook(
  db: D1Database,
  url: string,
  until: string,
  note: string,
): Promise<void> {
  await db
    .prepare(
      `UPDATE pages
       SET next_try_at = ?2, again_at = iif(again_at IS NULL, NULL, ?2), note = ?3,
           claimed_at = NULL
       WHERE url = ?1`,
    )
    .bind(url, until, note)
    .run()
}

/** The address of an article, whether its page counts as gone, and whether an admin says so or not. */
export async function findAddress(
  db: D1Database,
  articleId: string,
): Promise<{ url: string; isGone: boolean; isSettled: boolean } | null> {
  const row = await db
    .prepare(
      `SELECT url, gone_at AS goneAt, corrected ->> '$.isGone' AS verdict
       FROM articles
       WHERE id = ?1`,
    )
    .bind(articleId)
    .first<{ url: string; goneAt: string | null; verdict: number | null }>()
  return row && { url: row.url, isGone: row.goneAt !== null, isSettled: row.verdict !== null }
}
