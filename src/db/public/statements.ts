import type { Stage } from '../../stage.ts'
import { findName } from './names.ts'
import { type Cursor, type Page, type PageQuery, type Range, readPage, WINDOW } from './page.ts'
import {
  onRecordBy,
  type PublicStatement,
  STATEMENT,
  type StatementRow,
  statementOf,
} from './statement.ts'

export type StatementQuery = PageQuery & {
  /** Id of the source whose article carries it. */
  source?: string | null | undefined
  /** Slug of who says it. */
  person?: string | null | undefined
  stage?: Stage | null | undefined
  /** Language of the article; `en` finds `en-GB` too. */
  lang?: string | null | undefined
  /** Whether it stood in no earlier article. */
  fresh?: boolean | null | undefined
}

/** Statements, latest article first; with `person` theirs only. */
export async function listStatements(
  db: D1Database,
  query: StatementQuery,
): Promise<Page<PublicStatement>> {
  const { source, person, stage, lang, fresh } = query
  const isFiltered = [source, stage, lang, fresh].some((filter) => filter != null)
  const name = person == null ? null : await findName(db, person)
  if (person != null && name === null) return { items: [], next: null }
  return await readPage(query, isFiltered, {
    items: (range, limit) => statementsIn(db, range, limit, { ...query, name }),
    windowEnd: (range) => (name === null ? windowEnd(db, range) : windowOf(db, range, name)),
    placeOf: ({ moment, id }) => ({ moment, id }),
  })
}

async function statementsIn(
  db: D1Database,
  { top, bottom }: Range,
  limit: number,
  { source, name, stage, lang, fresh }: StatementQuery & { name: string | null },
): Promise<PublicStatement[]> {
  const { results } = await db
    .prepare(
      `SELECT ${STATEMENT}
       FROM statements JOIN articles ON articles.id = statements.article_id
       WHERE (statements.moment, statements.id) < (?1, ?2)
         AND (statements.moment, statements.id) >= (?3, ?4)
         AND ${name === null ? '?5 IS NULL' : 'speaker = ?5'}
         AND (?6 IS NULL OR statements.stage = ?6)
         AND (?7 IS NULL OR lang = ?7 OR substr(lang, 1, length(?7) + 1) = ?7 || '-')
         AND (?8 IS NULL OR source_id = ?8)
         AND (?9 IS NULL OR fresh = ?9)
       ORDER BY statements.moment DESC, statements.id DESC
       LIMIT ?10`,
    )
    .bind(
      top.moment,
      top.id,
      bottom.moment,
      bottom.id,
      name,
      stage ?? null,
      lang ?? null,
      source ?? null,
      fresh == null ? null : Number(fresh),
      limit,
    )
    .all<StatementRow>()
  return results.map(statementOf)
}

async function windowEnd(db: D1Database, { top, bottom }: Range): Promise<Cursor | null> {
  return await db
    .prepare(
      `SELECT moment, id
       FROM statements
       WHERE (moment, id) < (?1, ?2) AND (moment, id) >= (?3, ?4)
       ORDER BY moment DESC, id DESC
       LIMIT 1 OFFSET ${WINDOW - 1}`,
    )
    .bind(top.moment, top.id, bottom.moment, bottom.id)
    .first<Cursor>()
}

async function windowOf(
  db: D1Database,
  { top, bottom }: Range,
  name: string,
): Promise<Cursor | null> {
  return await db
    .prepare(
      `SELECT moment, id
       FROM statements
       WHERE speaker = ?5
         AND (moment, id) < (?1, ?2) AND (moment, id) >= (?3, ?4)
       ORDER BY moment DESC, id DESC
       LIMIT 1 OFFSET ${WINDOW - 1}`,
    )
    .bind(top.moment, top.id, bottom.moment, bottom.id, name)
    .first<Cursor>()
}

/** The statements of these articles, in the order of their articles and within them. */
export async function statementsOfArticles(
  db: D1Database,
  articleIds: string[],
): Promise<PublicStatement[]> {
  const { results } = await db
    .prepare(
      `SELECT ${STATEMENT}
       FROM (SELECT DISTINCT value AS wanted FROM json_each(?1))
         CROSS JOIN statements
           ON statements.id > wanted || '#' AND statements.id < wanted || '$'
         JOIN articles ON articles.id = statements.article_id
       ORDER BY statements.moment, statements.id`,
    )
    .bind(JSON.stringify(articleIds))
    .all<StatementRow>()
  return results.map(statementOf)
}

/** Statements by their ids, latest article first. */
export async function findStatements(db: D1Database, ids: string[]): Promise<PublicStatement[]> {
  const { results } = await db
    .prepare(
      `SELECT ${STATEMENT}
       FROM statements JOIN articles ON articles.id = statements.article_id
       WHERE statements.id IN (SELECT value FROM json_each(?1))
       ORDER BY statements.moment DESC, statements.id`,
    )
    .bind(JSON.stringify(ids))
    .all<StatementRow>()
  return results.map(statementOf)
}

/**
 * The latest new words on the status that a named person answers for, as none or one row of a
 * statement: a quotation, or what an article dates. What it only hands on undated may be of any day.
 */
export function lastWordBy(db: D1Database, until: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT ${STATEMENT}
       FROM statements JOIN articles ON articles.id = statements.article_id
       WHERE ${onRecordBy('?1')} AND speaker IS NOT NULL AND statements.stage IS NOT NULL
         AND (quote IS NOT NULL OR said_on IS NOT NULL)
       ORDER BY statements.moment DESC, statements.id DESC
       LIMIT 1`,
    )
    .bind(until)
}
