import type { Stage } from '../../stage.ts'
import { findName } from './names.ts'
import { type Cursor, type Page, type PageQuery, type Range, readPage } from './page.ts'
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
    windowEnd: (range) => windowEnd(db, range, { ...query, name }),
    placeOf: ({ moment, id }) => ({ moment, id }),
  })
}

type NamedQuery = StatementQuery & { name: string | null }

const GROUPS = 100 // articles that a filter looks through for one page

/**
 * Articles with the moments at which they say something, latest first: of one speaker, `?5`, or all.
 * Those with new words and those without are kept apart, and walked side by side.
 */
function groups({ name, fresh }: NamedQuery, limit: string): string {
  const side = (isNew: 0 | 1) => `SELECT moment, article_id
    FROM ${name === null ? 'said_at' : 'said_by'}
    WHERE is_new = ${isNew} AND ${name === null ? '?5 IS NULL' : 'speaker = ?5'}
      AND (moment, article_id) <= (?1, ?2) AND (moment, article_id) >= (?3, ?4)`
  return `SELECT moment, article_id
    FROM (${fresh ? side(1) : `${side(1)} UNION ALL ${side(0)}`})
    ORDER BY moment DESC, article_id DESC
    LIMIT ${limit}`
}

/** A place among statements as one among their articles: its own article belongs to both sides. */
function articlePlaces({ top, bottom }: Range): [string, string, string, string] {
  return [top.moment, articleOf(top.id), bottom.moment, articleOf(bottom.id)]
}

function articleOf(statementId: string): string {
  return statementId.split('#')[0] ?? ''
}

async function statementsIn(
  db: D1Database,
  range: Range,
  limit: number,
  query: NamedQuery,
): Promise<PublicStatement[]> {
  const { source, name, stage, lang, fresh } = query
  const { top, bottom } = range
  const isFiltered = [source, stage, lang, fresh].some((filter) => filter != null)
  const { results } = await db
    .prepare(
      `SELECT ${STATEMENT}
       FROM (SELECT moment AS told_at, article_id AS told_in FROM (${groups(query, '?12')}))
         CROSS JOIN statements ON article_id = told_in AND statements.moment = told_at
       WHERE (statements.moment, statements.id) < (?1, ?6)
         AND (statements.moment, statements.id) >= (?3, ?7)
         AND (?5 IS NULL OR speaker = ?5)
         AND (?8 IS NULL OR statements.stage = ?8)
         AND (?9 IS NULL OR lang = ?9 OR substr(lang, 1, length(?9) + 1) = ?9 || '-')
         AND (?10 IS NULL OR source_id = ?10)
         AND (?11 IS NULL OR fresh = ?11)
       ORDER BY statements.moment DESC, statements.id DESC
       LIMIT ?13`,
    )
    .bind(
      ...articlePlaces(range),
      name,
      top.id,
      bottom.id,
      stage ?? null,
      lang ?? null,
      source ?? null,
      fresh == null ? null : Number(fresh),
      // each has at least one statement, but for the one in which the page before ended
      isFiltered ? GROUPS + 1 : limit + 1,
      limit,
    )
    .all<StatementRow>()
  return results.map(statementOf)
}

async function windowEnd(db: D1Database, range: Range, query: NamedQuery): Promise<Cursor | null> {
  const row = await db
    .prepare(`SELECT moment, article_id AS id FROM (${groups(query, '1 OFFSET ?6')})`)
    .bind(...articlePlaces(range), query.name, GROUPS - 1)
    .first<Cursor>()
  return row && { moment: row.moment, id: `${row.id}#` }
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
         CROSS JOIN statements ON article_id = wanted
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
       FROM (SELECT DISTINCT substr(value, 1, instr(value, '#') - 1) AS wanted FROM json_each(?1))
         CROSS JOIN statements ON article_id = wanted
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
       FROM new_statements AS statements
       WHERE ${onRecordBy('?1')} AND speaker IS NOT NULL AND statements.stage IS NOT NULL
         AND (quote IS NOT NULL OR said_on IS NOT NULL)
       ORDER BY statements.moment DESC, statements.id DESC
       LIMIT 1`,
    )
    .bind(until)
}
