import type { Placement } from '../status/placement.ts'
import type { Reading } from '../status/reading.ts'

/** A kept article with its place, as far as it has one. */
export type PlacedArticle = {
  reading: Reading
  moment: string
  duplicateOf: string | null
  storyId: string | null
}

/** A kept article's reading and place, to place it anew; null where there is none. */
export async function findPlace(db: D1Database, id: string): Promise<PlacedArticle | null> {
  const row = await db
    .prepare(
      `SELECT reading, moment, duplicate_of AS duplicateOf, story_id AS storyId
       FROM articles
       WHERE id = ?1`,
    )
    .bind(id)
    .first<Omit<PlacedArticle, 'reading'> & { reading: string }>()
  return row && { ...row, reading: JSON.parse(row.reading) as Reading }
}

/** Marks articles whose place may have moved. */
export function unplace(db: D1Database, ids: string[]): D1PreparedStatement {
  return db
    .prepare('UPDATE articles SET placed_at = NULL WHERE id IN (SELECT value FROM json_each(?1))')
    .bind(JSON.stringify(ids))
}

/** Ids of articles whose place may have moved, earliest first. */
export async function unplacedArticles(db: D1Database, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id
       FROM articles
       WHERE placed_at IS NULL AND relevant = 1
       ORDER BY moment
       LIMIT ?1`,
    )
    .bind(limit)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** Everything that an article's place among the others consists of, written anew. */
export function writePlace(
  db: D1Database,
  reading: Reading,
  placement: Placement,
  at: string,
): D1PreparedStatement[] {
  return [
    ...storyRows(db, placement),
    placeRow(db, reading.articleId, placement, at),
    keyRows(db, reading),
    ...quotationRows(db, reading, placement),
    db.prepare('DELETE FROM statements WHERE article_id = ?1').bind(reading.articleId),
    statementRows(db, reading.articleId, placement),
  ]
}

function storyRows(db: D1Database, { founds }: Placement): D1PreparedStatement[] {
  if (!founds) return []
  return [
    db
      .prepare(
        `INSERT INTO stories (id, moment, speaker, original)
         VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO NOTHING`,
      )
      .bind(founds.id, founds.moment, founds.speaker, founds.original),
    db
      .prepare(
        `INSERT INTO story_keys (key, story_id)
         SELECT DISTINCT value, ?2 FROM json_each(?1) WHERE true
         ON CONFLICT DO NOTHING`,
      )
      .bind(JSON.stringify(founds.lookupKeys), founds.id),
  ]
}

function placeRow(
  db: D1Database,
  id: string,
  placement: Placement,
  at: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE articles
       SET duplicate_of = ?2, story_id = ?3, story_join = ?4, original = ?5, placed_at = ?6
       WHERE id = ?1`,
    )
    .bind(
      id,
      placement.duplicateOf,
      placement.storyId,
      JSON.stringify(placement.join),
      placement.original,
      at,
    )
}

function keyRows(db: D1Database, { articleId, fingerprint }: Reading): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO article_keys (key, article_id)
       SELECT DISTINCT value, ?2 FROM json_each(?1) WHERE true
       ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(fingerprint.lookupKeys), articleId)
}

/** A quotation belongs to the earliest article that carries it, in whatever order they come. */
function quotationRows(
  db: D1Database,
  reading: Reading,
  { freshQuotations }: Placement,
): D1PreparedStatement[] {
  const fresh = new Set(freshQuotations.map(({ key }) => key))
  const rows = JSON.stringify(freshQuotations)
  const lookups = JSON.stringify(reading.quotations.filter(({ key }) => fresh.has(key)))
  return [
    db
      .prepare(
        `INSERT INTO quotations (key, speaker, role, article_id, moment, said_on, given_to, story_id)
         SELECT value ->> 'key', value ->> '$.speaker.name', value ->> '$.speaker.role',
                value ->> 'articleId', value ->> 'moment', value ->> 'saidOn',
                value ->> 'givenTo', value ->> 'storyId'
         FROM json_each(?1)
         WHERE true
         ON CONFLICT (key) DO UPDATE
         SET speaker = excluded.speaker, role = excluded.role, article_id = excluded.article_id,
             moment = excluded.moment, said_on = excluded.said_on, given_to = excluded.given_to,
             story_id = excluded.story_id
         WHERE (excluded.moment, excluded.article_id) <= (quotations.moment, quotations.article_id)`,
      )
      .bind(rows),
    db
      .prepare(
        `INSERT INTO quotation_keys (key, quotation_key)
         SELECT DISTINCT lookup.value, quotation.value ->> 'key'
         FROM json_each(?1) AS quotation, json_each(quotation.value, '$.lookupKeys') AS lookup
         WHERE true
         ON CONFLICT DO NOTHING`,
      )
      .bind(lookups),
  ]
}

function statementRows(
  db: D1Database,
  articleId: string,
  { statements }: Placement,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO statements (id, article_id, speaker, role, quote, evidence, given_to, said_on,
         stage, modality, rule, recalled, fresh)
       SELECT value ->> 'id', ?2, value ->> 'speaker', value ->> 'role', value ->> 'quote',
              value ->> 'evidence', value ->> 'givenTo', value ->> 'saidOn', value ->> 'stage',
              value ->> 'modality', value ->> 'rule', value ->> 'recalled', value ->> 'fresh'
       FROM json_each(?1)`,
    )
    .bind(JSON.stringify(statements), articleId)
}
