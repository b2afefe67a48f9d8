import type { Reading } from '../status/reading.ts'
import { laterStories, textsFound, wordsFound } from './look-ups.sql.ts'
import { likelyRelatives, wantedOf } from './look-ups.ts'
import { textsOf } from './rows.ts'

const RELATIVES = 50 // articles that share a key
const PRINTED = 10 // of one quotation, that print it again
const MEMBERS = 200 // articles of a story that are placed anew when one of them leaves it

/** Articles after this moment that share a key with a reading: their place may have to move. */
export async function laterRelatives(
  db: D1Database,
  reading: Reading,
  moment: string,
): Promise<string[]> {
  const wanted = wantedOf(reading)
  const asked = { moment: '?4', id: '?5' }
  const row = await db
    .prepare(
      `SELECT ${textsFound(wanted, { wanted: '?1', ...asked }, 'after')} AS texts,
              ${wordsFound(wanted, { wanted: '?2', ...asked }, 'after')} AS words,
              ${laterStories(wanted, { wanted: '?3', ...asked })} AS stories`,
    )
    .bind(
      JSON.stringify(wanted.texts),
      JSON.stringify(wanted.words),
      JSON.stringify(wanted.stories),
      moment,
      reading.articleId,
    )
    .first<{ texts: string; words: string; stories: string }>()
  const texts = likelyRelatives(JSON.parse(row?.texts ?? '[]') as string[][])
  const words = likelyRelatives((JSON.parse(row?.words ?? '[]') as string[][][]).flat())
  const stories = likelyRelatives(JSON.parse(row?.stories ?? '[]') as string[][])
  const place = { moment, id: reading.articleId }
  return await laterAmong(db, [...texts, ...stories], words, place)
}

/** Of these articles, and those that print these quotations, the ones after a place, earliest first. */
async function laterAmong(
  db: D1Database,
  ids: string[],
  quotations: string[],
  { moment, id }: { moment: string; id: string },
): Promise<string[]> {
  const among = [
    ...(ids.length ? [`SELECT column1 FROM ${textsOf('?1', ids.length)}`] : []),
    ...(quotations.length ? [printing(textsOf('?2', quotations.length), '?3')] : []),
  ]
  if (among.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT id
       FROM (${among.join(' UNION ')}) CROSS JOIN articles ON articles.id = column1
       WHERE relevant = 1 AND (moment, id) > (?3, ?4)
       ORDER BY moment, id
       LIMIT ${RELATIVES}`,
    )
    .bind(JSON.stringify(ids), JSON.stringify(quotations), moment, id)
    .all<{ id: string }>()
  return results.map((row) => row.id)
}

/** Ids of the articles that print quotations, first or later, some of each. */
function printing(quotations: string, moment: string): string {
  return `SELECT found.value AS column1
    FROM ${quotations} AS wanted CROSS JOIN json_each((
      SELECT json_group_array(article_id)
      FROM (SELECT article_id FROM quotations WHERE key = wanted.column1
            UNION ALL
            SELECT article_id
            FROM (SELECT article_id
                  FROM printed
                  WHERE quotation_key = wanted.column1 AND moment >= ${moment}
                  ORDER BY moment
                  LIMIT ${PRINTED})))) AS found`
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
