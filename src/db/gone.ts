/** An article of a text: the one that was there first, or a copy of it. */
export type Standing = {
  id: string
  /** When it counts by itself. */
  own: string
  moment: string
  goneAt: string | null
  heirId: string | null
}

/**
 * All articles of one article's text, the first of them first: the original, the copies that stand
 * for it or stood, and the other copies.
 */
export async function articlesOfText(db: D1Database, id: string): Promise<Standing[]> {
  const { results } = await db
    .prepare(
      `WITH seen AS (SELECT id, duplicate_of, story_id, story_by_rules FROM articles WHERE id = ?1),
            root AS (SELECT COALESCE(
              (SELECT articles.id FROM articles, seen
               WHERE heir_id = COALESCE(seen.duplicate_of, seen.id)),
              (SELECT iif(heir_id IS NULL, COALESCE(duplicate_of, id), id)
               FROM articles WHERE id = ?1)) AS id)
       SELECT articles.id, moment, gone_at AS goneAt, heir_id AS heirId,
              iif(published < read_at, published, read_at) AS own
       FROM articles
       WHERE articles.id IN (SELECT id FROM root)
          OR articles.id IN (SELECT heir_id FROM articles WHERE id IN (SELECT id FROM root))
          OR (articles.story_id IN (SELECT story_id FROM seen)
              AND (duplicate_of IN (SELECT id FROM root)
                OR duplicate_of IN (SELECT heir_id FROM articles
                                    WHERE id IN (SELECT id FROM root))))
       ORDER BY articles.id <> (SELECT id FROM root), own, articles.id`,
    )
    .bind(id)
    .all<Standing>()
  return results
}

/** The article that this one copies, if that is gone and nobody stands for it; else null. */
export async function goneOriginal(db: D1Database, id: string): Promise<string | null> {
  return await db
    .prepare(
      `SELECT original.id
       FROM articles AS copy JOIN articles AS original ON original.id = copy.duplicate_of
       WHERE copy.id = ?1 AND original.gone_at IS NOT NULL AND original.heir_id IS NULL`,
    )
    .bind(id)
    .first<string>('id')
}

/** Marks an article's page as gone, or as there again with both null. */
export function markGone(
  db: D1Database,
  id: string,
  at: string | null,
  why: string | null,
): D1PreparedStatement {
  return db
    .prepare('UPDATE articles SET gone_at = ?2, gone_why = ?3 WHERE id = ?1')
    .bind(id, at, why)
}

/** Lets one article stand for another, from when that counts; null: it stands for itself. */
export function setHeir(db: D1Database, id: string, heirId: string | null): D1PreparedStatement {
  return db.prepare('UPDATE articles SET heir_id = ?2 WHERE id = ?1').bind(id, heirId)
}

/** Lets an article count from a moment. */
export function setMoment(db: D1Database, id: string, moment: string): D1PreparedStatement {
  return db
    .prepare('UPDATE articles SET moment = ?2 WHERE id = ?1 AND moment <> ?2')
    .bind(id, moment)
}
