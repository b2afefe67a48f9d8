import type { Corrected } from '../status/corrections.ts'
import type { Placement } from '../status/placement.ts'
import type { Reading } from '../status/reading.ts'
import { quotationRows, storyRow } from './places.rows.ts'
import { saidColumns } from './statements.ts'

/** A kept article with its place, as far as it has one. */
export type PlacedArticle = {
  /** As the rules read it, whatever an admin corrected. */
  reading: Reading
  moment: string
  duplicateOf: string | null
  /** Its story by the rules, and the one that it is shown in: another only by correction. */
  storyId: string | null
  shownIn: string | null
  corrected: Corrected
  /** The copy that stands for it while it is gone. */
  heirId: string | null
  /** Null while it is to be placed anew. */
  placedAt: string | null
  /** The turn of placing at which all this was read. */
  turn: number
}

type Row = Omit<PlacedArticle, 'reading' | 'corrected'> & {
  reading: string
  corrected: string | null
}

/** A kept article's reading and place, to place it anew; null where there is none. */
export async function findPlace(db: D1Database, id: string): Promise<PlacedArticle | null> {
  const row = await db
    .prepare(
      `SELECT reading, moment, duplicate_of AS duplicateOf,
              COALESCE(story_by_rules, story_id) AS storyId, story_id AS shownIn, corrected,
              heir_id AS heirId, placed_at AS placedAt, turn
       FROM articles, placing
       WHERE articles.id = ?1`,
    )
    .bind(id)
    .first<Row>()
  if (!row) return null
  return {
    ...row,
    reading: JSON.parse(row.reading) as Reading,
    corrected: JSON.parse(row.corrected ?? '{}') as Corrected,
  }
}

/** The story that the rules give an article; null where it has none. */
export async function storyByRules(db: D1Database, articleId: string): Promise<string | null> {
  return await db
    .prepare('SELECT COALESCE(story_by_rules, story_id) AS story FROM articles WHERE id = ?1')
    .bind(articleId)
    .first<string>('story')
}

/** The turn of placing that is next. */
export async function currentTurn(db: D1Database): Promise<number> {
  return (await db.prepare('SELECT turn FROM placing').first<number>('turn')) ?? 0
}

/** Fails, and with it its batch, where another has placed something since the turn was read. */
export function takeTurn(db: D1Database, turn: number): D1PreparedStatement {
  return db.prepare('UPDATE placing SET turn = iif(turn = ?1, ?1 + 1, NULL)').bind(turn)
}

/** Marks articles whose place may have moved; those that were not marked yet come back. */
export function unplace(db: D1Database, ids: string[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE articles
       SET placed_at = NULL
       WHERE id IN (SELECT value FROM json_each(?1)) AND placed_at IS NOT NULL
       RETURNING id`,
    )
    .bind(JSON.stringify(ids))
}

/** Ids of articles whose place may have moved, earliest first. */
export async function unplacedArticles(db: D1Database, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id
       FROM articles INDEXED BY articles_to_place
       WHERE placed_at IS NULL AND relevant = 1
       ORDER BY moment
       LIMIT ?1`,
    )
    .bind(limit)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** The place of a new article, beside its own row, which holds the rest of it. */
export function writeFirstPlace(
  db: D1Database,
  { quotations }: Reading,
  { founds, freshQuotations: fresh }: Placement,
): { before: D1PreparedStatement[]; after: D1PreparedStatement[] } {
  return {
    before: founds ? [storyRow(db, founds)] : [],
    after: fresh.length ? [quotationRows(db, quotations, fresh)] : [],
  }
}

/** Everything that an article's place among the others consists of, written anew. */
export function writePlace(
  db: D1Database,
  reading: Reading,
  moment: string,
  placement: Placement,
  at: string,
): D1PreparedStatement[] {
  const { before, after } = writeFirstPlace(db, reading, placement)
  const fresh = placement.freshQuotations.map(({ key }) => key)
  return [
    ...before,
    placeRow(db, reading, moment, placement, at),
    dropQuotations(db, reading, fresh),
    ...after,
  ]
}

/** Takes an article out of its place: nothing is told by it any more. */
export function leavePlace(db: D1Database, reading: Reading, at: string): D1PreparedStatement[] {
  const { articleId, relevant, why } = reading
  return [
    dropQuotations(db, reading, []),
    db
      .prepare(
        `UPDATE articles
         SET duplicate_of = NULL, story_id = NULL, story_by_rules = NULL, story_join = NULL,
             said = '[]', said_marks = '{}', repeats = '[]', relevant = ?2, why = ?3,
             placed_at = ?4
         WHERE id = ?1`,
      )
      .bind(articleId, Number(relevant), why, at),
  ]
}

/** Shown in another story only where a correction says so of the story that the rules give. */
function placeRow(
  db: D1Database,
  reading: Reading,
  moment: string,
  placement: Placement,
  at: string,
): D1PreparedStatement {
  const { said, marks, repeats } = saidColumns(placement, moment)
  return db
    .prepare(
      `UPDATE articles
       SET duplicate_of = ?2, story_id = COALESCE(shown, ?3), story_join = ?4, original = ?5,
           story_by_rules = iif(shown IS NULL, NULL, ?3), placed_at = ?6, relevant = ?7, why = ?8,
           stage = ?9, overclaims = ?10, said = ?12, said_marks = ?13, repeats = ?14
       FROM (SELECT (SELECT target.story_id
                     FROM stories JOIN articles AS target ON target.id = stories.shown_in
                     WHERE stories.id = ?3 AND ?11
                       AND COALESCE(target.story_by_rules, target.story_id) <> ?3) AS shown)
       WHERE id = ?1`,
    )
    .bind(
      reading.articleId,
      placement.duplicateOf,
      placement.storyId,
      JSON.stringify(placement.join),
      placement.original,
      at,
      Number(reading.relevant),
      reading.why,
      reading.stage,
      Number(reading.overclaims),
      Number(placement.join.method !== 'corrected' || placement.join.partner !== null),
      said,
      marks,
      repeats,
    )
}

/** Drops what an article brought first by an earlier placing, but for what is still fresh. */
export function dropQuotations(
  db: D1Database,
  { articleId, quotations }: Reading,
  fresh: string[],
): D1PreparedStatement {
  const keys = quotations.map(({ key }) => key)
  return db
    .prepare(
      `DELETE FROM quotations
       WHERE key IN (SELECT value FROM json_each(?2)) AND article_id = ?1
         AND key NOT IN (SELECT value FROM json_each(?3))`,
    )
    .bind(articleId, JSON.stringify(keys), JSON.stringify(fresh))
}
