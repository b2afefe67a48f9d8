import type { Reading } from '../status/reading.ts'
import { likeTexts, likeWords, sameTexts, storiesOf, textKeys, wordKeys } from './look-ups.ts'

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
           SELECT id FROM (${sameTexts('?1')})
           UNION
           SELECT id FROM (${likeTexts('?2', 'moment >= ?5')})
           UNION
           SELECT article_id FROM quotations WHERE key IN (
             SELECT value FROM json_each(?7)
             UNION SELECT id FROM (${likeWords('?3', 'moment >= ?5')}))
           UNION
           SELECT id FROM (${storiesOf('?4', 'moment >= ?5', 'ASC')})
         )
         AND relevant = 1 AND (moment, id) > (?5, ?6)
       ORDER BY moment, id
       LIMIT ${RELATIVES}`,
    )
    .bind(
      reading.fingerprint.textKey,
      JSON.stringify(textKeys(reading)),
      JSON.stringify(wordKeys(reading)),
      JSON.stringify(reading.storyKeys),
      moment,
      reading.articleId,
      JSON.stringify(reading.quotations.map(({ key }) => key)),
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
