import type { Corrected, StandingVerdict, Verdict } from '../status/corrections.ts'
import type { Statement } from '../status/statements.ts'

/** What an admin corrected, when, and how it was shown before. */
export type Correction = {
  id: string
  at: string
  /** Name of the token. */
  by: string
  articleId: string
  before: Before
  after: Verdict
  undoneAt: string | null
  undoneBy: string | null
}

/** How an article was shown when a correction was made; of a statement, as it was. */
export type Before = {
  relevant: boolean
  storyId: string | null
  duplicateOf: string | null
  isGone: boolean
  statement?: StatementBefore
}

export type StatementBefore = Pick<
  Statement,
  'speaker' | 'role' | 'stage' | 'modality' | 'saidOn' | 'givenTo'
>

type Row = Omit<Correction, 'before' | 'after'> & { before: string; after: string }

const CORRECTION = `id, at, by, article_id AS articleId, before, after, undone_at AS undoneAt,
  undone_by AS undoneBy`

/** Corrections, latest first: of some articles, or all; those undone among them; before one of them. */
export async function listCorrections(
  db: D1Database,
  {
    articleId,
    articleIds = articleId ? [articleId] : null,
    before,
    limit = 100,
  }: {
    articleId?: string | null
    articleIds?: string[] | null
    before?: string | null
    limit?: number
  } = {},
): Promise<Correction[]> {
  const { results } = await db
    .prepare(
      `SELECT ${CORRECTION}
       FROM corrections
       WHERE (?1 IS NULL OR article_id IN (SELECT value FROM json_each(?1)))
         AND (?2 IS NULL OR number < (SELECT number FROM corrections WHERE id = ?2))
       ORDER BY number DESC
       LIMIT ?3`,
    )
    .bind(articleIds && JSON.stringify(articleIds), before ?? null, limit)
    .all<Row>()
  return results.map(correctionOf)
}

/** One correction; null where none has the id. */
export async function findCorrection(db: D1Database, id: string): Promise<Correction | null> {
  const row = await db
    .prepare(`SELECT ${CORRECTION} FROM corrections WHERE id = ?1`)
    .bind(id)
    .first<Row>()
  return row && correctionOf(row)
}

/** The verdicts that are not undone, in the order in which they were made. */
export async function standingVerdicts(
  db: D1Database,
): Promise<(StandingVerdict & { id: string })[]> {
  const { results } = await db
    .prepare(
      `SELECT id, article_id AS articleId, after
       FROM corrections
       WHERE undone_at IS NULL
       ORDER BY number`,
    )
    .all<{ id: string; articleId: string; after: string }>()
  return results.map(({ id, articleId, after }) => ({
    id,
    articleId,
    verdict: JSON.parse(after) as Verdict,
  }))
}

/** How an article is shown now; null where there is none. */
export async function shownNow(db: D1Database, articleId: string): Promise<Before | null> {
  const row = await db
    .prepare(
      `SELECT relevant, story_id AS storyId, duplicate_of AS duplicateOf, gone_at AS goneAt
       FROM articles
       WHERE id = ?1`,
    )
    .bind(articleId)
    .first<{
      relevant: number
      storyId: string | null
      duplicateOf: string | null
      goneAt: string | null
    }>()
  if (!row) return null
  const { relevant, storyId, duplicateOf, goneAt } = row
  return { relevant: relevant === 1, storyId, duplicateOf, isGone: goneAt !== null }
}

/** Keeps a correction. */
export function addCorrection(
  db: D1Database,
  { id, at, by, articleId, before, after }: Omit<Correction, 'undoneAt' | 'undoneBy'>,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO corrections (id, number, at, by, kind, article_id, before, after)
       SELECT ?1, 1 + COALESCE(max(number), 0), ?2, ?3, ?4, ?5, ?6, ?7
       FROM corrections`,
    )
    .bind(id, at, by, after.kind, articleId, JSON.stringify(before), JSON.stringify(after))
}

/** Marks a correction as undone, once. */
export function undoneCorrection(
  db: D1Database,
  id: string,
  at: string,
  by: string,
): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE corrections SET undone_at = ?2, undone_by = ?3 WHERE id = ?1 AND undone_at IS NULL',
    )
    .bind(id, at, by)
}

/** Writes what stands of an article's corrections; null: nothing. */
export function setCorrected(
  db: D1Database,
  articleId: string,
  corrected: Corrected | null,
): D1PreparedStatement {
  return db
    .prepare('UPDATE articles SET corrected = ?2 WHERE id = ?1')
    .bind(articleId, corrected && JSON.stringify(corrected))
}

/** Shows a story in the one of another article; null: by itself. */
export function setShownIn(
  db: D1Database,
  storyId: string,
  articleId: string | null,
): D1PreparedStatement {
  return db.prepare('UPDATE stories SET shown_in = ?2 WHERE id = ?1').bind(storyId, articleId)
}

/** The article that leads a story without its founder: the earliest that is no copy. */
export async function secondOf(db: D1Database, storyId: string): Promise<string | null> {
  return await db
    .prepare(
      `SELECT id
       FROM articles
       WHERE story_id = ?1 AND id <> ?1 AND duplicate_of IS NULL
       ORDER BY moment, id
       LIMIT 1`,
    )
    .bind(storyId)
    .first<string>('id')
}

function correctionOf({ before, after, ...row }: Row): Correction {
  return {
    ...row,
    before: JSON.parse(before) as Before,
    after: JSON.parse(after) as Verdict,
  }
}
