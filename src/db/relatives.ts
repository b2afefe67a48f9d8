import type { Reading } from '../status/reading.ts'

const RELATIVES = 50 // articles that share a key
const MEMBERS = 200 // articles of a story that are placed anew when one of them leaves it

/** Articles after this moment that share a key with a reading: their place may have to move. */
export async function laterRelatives(
  db: D1Database,
  reading: Reading,
  moment: string,
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id
       FROM articles
       WHERE id IN (
           SELECT id FROM articles WHERE text_key = ?1
           UNION
           SELECT article_id FROM article_keys WHERE key IN (SELECT value FROM json_each(?2))
           UNION
           SELECT article_id FROM quotations WHERE key IN (SELECT value FROM json_each(?3))
           UNION
           SELECT article_id FROM quotations WHERE key IN (
             SELECT quotation_key FROM quotation_keys WHERE key IN (SELECT value FROM json_each(?3)))
           UNION
           SELECT story_id FROM story_keys WHERE key IN (SELECT value FROM json_each(?4))
         )
         AND relevant = 1 AND (moment, id) > (?5, ?6)
       ORDER BY moment, id
       LIMIT ${RELATIVES}`,
    )
    .bind(
      reading.fingerprint.textKey,
      JSON.stringify(reading.fingerprint.lookupKeys),
      JSON.stringify(reading.quotations.flatMap(({ key, lookupKeys }) => [key, ...lookupKeys])),
      JSON.stringify(reading.storyKeys),
      moment,
      reading.articleId,
    )
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** Articles of a story, by the rules or as shown, but for one of them, earliest first. */
export async function membersOf(
  db: D1Database,
  storyIds: string[],
  except: string,
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id
       FROM articles
       WHERE id IN (
           SELECT id FROM articles WHERE story_id IN (SELECT value FROM json_each(?1))
           UNION
           SELECT id FROM articles WHERE story_by_rules IN (SELECT value FROM json_each(?1))
         )
         AND id <> ?2
       ORDER BY moment, id
       LIMIT ${MEMBERS}`,
    )
    .bind(JSON.stringify(storyIds), except)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}
