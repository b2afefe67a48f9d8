import type { Keeping, Purged } from './purge.ts'

const ARTICLES = 200 // looked at by one step
const PAGES = 200
const SCANS = 20 // a cron of every quarter of an hour makes four an hour

type Place = { at: string; id: string }

/**
 * Takes the text from articles that were last read before a moment, and the paragraphs from what later
 * texts changed. All that was read in them stays: the title, quotations, statements, and the
 * fingerprint by which a copy of them is known. One that an admin has corrected keeps its text: it is a
 * case for whoever mends the rules. Walks through all articles, round after round.
 */
export async function purgeTexts(
  db: D1Database,
  { textsFrom }: Pick<Keeping, 'textsFrom'>,
): Promise<Pick<Purged, 'texts'>> {
  const { results } = await db
    .prepare(
      `SELECT moment AS at, id
       FROM articles
       WHERE (moment, id) > (SELECT at, id FROM purges WHERE what = 'articles')
       ORDER BY moment, id
       LIMIT ?1`,
    )
    .bind(ARTICLES)
    .all<Place>()
  const ids = JSON.stringify(results.map(({ id }) => id))
  const [, dropped] = await db.batch([
    db
      .prepare(
        `UPDATE revisions
         SET removed = '[]', added = '[]'
         WHERE article_id IN (SELECT id FROM articles WHERE ${OLD_TEXT})`,
      )
      .bind(ids, textsFrom),
    db.prepare(`UPDATE articles SET text = '' WHERE ${OLD_TEXT}`).bind(ids, textsFrom),
    goOn(db, 'articles', results[ARTICLES - 1]),
  ])
  return { texts: dropped?.meta.changes ?? 0 }
}

const OLD_TEXT = `id IN (SELECT value FROM json_each(?1))
  AND COALESCE(revised_at, read_at) <= ?2 AND text <> ''
  AND NOT EXISTS (SELECT 1 FROM corrections WHERE article_id = articles.id AND undone_at IS NULL)`

/**
 * Takes the feed's text from pages that were read, or given up, before a moment and are not looked at
 * again. The page itself stays, or it would be taken for a new one.
 */
export async function purgePages(
  db: D1Database,
  { textsFrom }: Pick<Keeping, 'textsFrom'>,
): Promise<Pick<Purged, 'pages'>> {
  const { results } = await db
    .prepare(
      `SELECT '' AS at, url AS id
       FROM pages
       WHERE url > (SELECT id FROM purges WHERE what = 'pages')
       ORDER BY url
       LIMIT ?1`,
    )
    .bind(PAGES)
    .all<Place>()
  const [dropped] = await db.batch([
    db
      .prepare(
        `UPDATE pages
         SET feed_text = ''
         WHERE url IN (SELECT value FROM json_each(?1))
           AND COALESCE(read_at, given_up_at) <= ?2 AND again_at IS NULL AND feed_text <> ''`,
      )
      .bind(JSON.stringify(results.map(({ id }) => id)), textsFrom),
    goOn(db, 'pages', results[PAGES - 1]),
  ])
  return { pages: dropped?.meta.changes ?? 0 }
}

/**
 * Drops looks of scans that were asked for before a moment, but for the last one of each source and
 * those that are open; and the scans, where no page and no history is known by them.
 */
export async function purgeScans(
  db: D1Database,
  { scansFrom }: Pick<Keeping, 'scansFrom'>,
): Promise<Pick<Purged, 'looks' | 'scans'>> {
  const { results } = await db
    .prepare(
      `SELECT requested_at AS at, id
       FROM scans
       WHERE (requested_at, id) > (SELECT at, id FROM purges WHERE what = 'scans')
         AND requested_at <= ?2
       ORDER BY requested_at, id
       LIMIT ?1`,
    )
    .bind(SCANS, scansFrom)
    .all<Place>()
  const last = results.at(-1)
  if (!last) return { looks: 0, scans: 0 }
  const ids = JSON.stringify(results.map(({ id }) => id))
  const [looks, scans] = await db.batch([
    db
      .prepare(
        `DELETE FROM looks
         WHERE scan_id IN (SELECT value FROM json_each(?1))
           AND finished_at < (SELECT max(finished_at)
                              FROM looks AS later
                              WHERE later.source_id = looks.source_id)`,
      )
      .bind(ids),
    db
      .prepare(
        `DELETE FROM scans
         WHERE id IN (SELECT value FROM json_each(?1))
           AND NOT EXISTS (SELECT 1 FROM looks WHERE scan_id = scans.id)
           AND NOT EXISTS (SELECT 1 FROM pages WHERE scan_id = scans.id)
           AND NOT EXISTS (SELECT 1 FROM backfills WHERE scan_id = scans.id)`,
      )
      .bind(ids),
    goOn(db, 'scans', last),
  ])
  return { looks: looks?.meta.changes ?? 0, scans: scans?.meta.changes ?? 0 }
}

/** Where the next step begins: behind this place, or at the beginning where it was the last. */
function goOn(
  db: D1Database,
  what: 'articles' | 'pages' | 'scans',
  { at, id }: Place = { at: '', id: '' },
): D1PreparedStatement {
  return db.prepare('UPDATE purges SET at = ?2, id = ?3 WHERE what = ?1').bind(what, at, id)
}
