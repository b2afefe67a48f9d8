import type { Stage } from '../../stage.ts'
import { articleIdIn } from '../statements.ts'
import { findName } from './names.ts'
import {
  type Cursor,
  isOfLanguage,
  isWithin,
  type Page,
  type PageQuery,
  type Range,
  rangeOf,
} from './page.ts'
import {
  onRecordBy,
  type PublicStatement,
  STATEMENT,
  type StatementRow,
  statementOf,
} from './statement.ts'
import { statementsTold, TOLD, type Told } from './told.ts'

type StatementQuery = PageQuery & {
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

const LOOKED_AT = 23 // articles for one page: D1 reads two rows for each

/** Statements, latest article first; with `person` theirs only. */
export async function listStatements(
  db: D1Database,
  query: StatementQuery,
): Promise<Page<PublicStatement>> {
  const { person, limit } = query
  const name = person == null ? null : await findName(db, person)
  if (person != null && name === null) return { items: [], next: null }
  const range = rangeOf(query)
  const looked = await toldIn(db, range, query.fresh === true, name)
  const within = looked.slice(0, LOOKED_AT)
  const found = within
    .flatMap((told) => statementsTold(told).map(({ statement }) => ({ told, statement })))
    .filter(({ told, statement }) => isAsked(told, statement, { ...query, name }, range))
    .map(({ statement }) => statement)
  const items = found.slice(0, limit)
  const [lastItem, lastLooked] = [items.at(-1), within.at(-1)]
  if (found.length > limit && lastItem) {
    return { items, next: { moment: lastItem.moment, id: lastItem.id } }
  }
  const isMore = looked.length > LOOKED_AT && lastLooked
  // sorts before each statement of the article, so that all of them are behind
  return { items, next: isMore ? { ...placeOf(lastLooked), id: `${lastLooked.articleId}#` } : null }
}

function placeOf({ moment, articleId }: Told): Cursor {
  return { moment, id: articleId }
}

/**
 * Articles with the moments at which they say something, latest first: of one speaker, or all. Those
 * with new words and those without are kept apart, and walked side by side.
 */
async function toldIn(
  db: D1Database,
  { top, bottom }: Range,
  isNewOnly: boolean,
  name: string | null,
): Promise<Told[]> {
  const side = (isNew: 0 | 1) => `SELECT moment, article_id
    FROM ${name === null ? 'said_at' : 'said_by'}
    WHERE is_new = ${isNew} AND ${name === null ? '?5 IS NULL' : 'speaker = ?5'}
      AND (moment, article_id) <= (?1, ?2) AND (moment, article_id) >= (?3, ?4)`
  const { results } = await db
    .prepare(
      `SELECT ${TOLD}
       FROM (${isNewOnly ? side(1) : `${side(1)} UNION ALL ${side(0)}`}
             ORDER BY moment DESC, article_id DESC
             LIMIT ${LOOKED_AT + 1}) AS told
         CROSS JOIN articles ON articles.id = told.article_id`,
    )
    .bind(top.moment, articleIdIn(top.id), bottom.moment, articleIdIn(bottom.id), name)
    .all<Told>()
  return results
}

type NamedQuery = StatementQuery & { name: string | null }

function isAsked(
  { lang, sourceId }: Told,
  { moment, id, speaker, stage, fresh }: PublicStatement,
  query: NamedQuery,
  range: Range,
): boolean {
  return (
    isWithin({ moment, id }, range) &&
    (query.name === null || speaker === query.name) &&
    (query.stage == null || stage === query.stage) &&
    (query.lang == null || isOfLanguage(lang, query.lang)) &&
    (query.source == null || sourceId === query.source) &&
    (query.fresh == null || fresh === query.fresh)
  )
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
 * The latest new words on the status that a named person or the studio answers for, as none or one
 * row of a statement: a quotation, or what an article dates. What it only hands on undated may be of any day.
 */
export function lastWordBy(db: D1Database, until: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT ${STATEMENT}
       FROM new_statements AS statements
       WHERE ${onRecordBy('?1')} AND (speaker IS NOT NULL OR role = 'studio')
         AND statements.stage IS NOT NULL
         AND (quote IS NOT NULL OR said_on IS NOT NULL)
       ORDER BY statements.moment DESC, statements.id DESC
       LIMIT 1`,
    )
    .bind(until)
}
