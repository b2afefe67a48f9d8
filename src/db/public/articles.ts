import type { Stage } from '../../stage.ts'
import type { StoryJoin } from '../../story/stories.ts'
import { inTime } from '../in-time.ts'
import { textsOf } from '../rows.ts'
import { isOfLanguage, lookThrough, type Page, type PageQuery, type Range } from './page.ts'
import { isSaidBy, type SaidIn, saidIn } from './said.ts'
import type { PublicStatement } from './statement.ts'
import { allStatements } from './told.ts'

/** An article as everybody may see it. */
export type PublicArticle = {
  id: string
  outlet: string
  title: string
  url: string
  authors: string[]
  published: string | null
  lang: string | null
  readFrom: 'page' | 'feed'
  readAt: string
  moment: string
  why: string
  stage: Stage | null
  headlineStage: Stage | null
  overclaims: boolean
  duplicateOf: string | null
  storyId: string
  storyJoin: StoryJoin
  original: string | null
  sourceId: string
  modified: string | null
  /** When its place among the others was last decided. */
  placedAt: string | null
  statements: SaidIn[]
}

export type ArticleQuery = PageQuery & {
  /** Id of a source. */
  source?: string | null | undefined
  /** Slug of somebody who says something in it. */
  person?: string | null | undefined
  stage?: Stage | null | undefined
  /** `en` finds `en-GB` too. */
  lang?: string | null | undefined
  /** True: it carries words first; false: it carries none. */
  fresh?: boolean | null | undefined
}

type Row = Omit<PublicArticle, 'authors' | 'overclaims' | 'storyJoin' | 'statements'> & {
  authors: string
  overclaims: number
  storyJoin: string
  said: string
}

const ARTICLE = `id, source_id AS sourceId, outlet, title, url, authors, published, modified, lang,
  read_from AS readFrom, read_at AS readAt, moment, why, stage, headline_stage AS headlineStage,
  overclaims, duplicate_of AS duplicateOf, story_id AS storyId, story_join AS storyJoin, original,
  placed_at AS placedAt, said`

const LOOKED_AT = 50 // for one page that filters: D1 reads one row for each

/** Articles on the topic, copies among them, latest first. */
export async function listArticles(
  db: D1Database,
  query: ArticleQuery,
): Promise<Page<PublicArticle>> {
  return await lookThrough(query, {
    items: (range, limit) => articlesIn(db, range, limit),
    passes: filterOf(query),
    lookedAt: LOOKED_AT,
    placeOf: ({ moment, id }) => ({ moment, id }),
  })
}

async function articlesIn(
  db: D1Database,
  { top, bottom }: Range,
  limit: number,
): Promise<PublicArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT ${ARTICLE}
       FROM articles
       WHERE relevant = 1 AND (moment, id) < (?1, ?2) AND (moment, id) >= (?3, ?4)
       ORDER BY moment DESC, id DESC
       LIMIT ?5`,
    )
    .bind(top.moment, top.id, bottom.moment, bottom.id, limit)
    .all<Row>()
  return results.map(articleOf)
}

function filterOf(query: ArticleQuery): ((article: PublicArticle) => boolean) | null {
  const { source, person, stage, lang, fresh } = query
  if ([source, person, stage, lang, fresh].every((filter) => filter == null)) return null
  return (article) =>
    (source == null || article.sourceId === source) &&
    (stage == null || article.stage === stage) &&
    (lang == null || isOfLanguage(article.lang, lang)) &&
    (person == null || isSaidBy(article.statements, person)) &&
    (fresh == null || article.statements.some((one) => one.fresh) === fresh)
}

/** Articles on the topic that were first read in a period, latest first. */
export async function articlesReadBetween(
  db: D1Database,
  from: string,
  until: string,
): Promise<PublicArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT ${ARTICLE}
       FROM articles
       WHERE relevant = 1 AND read_at > ?1 AND read_at <= ?2
       ORDER BY moment DESC, id DESC`,
    )
    .bind(from, until)
    .all<Row>()
  return results.map(articleOf)
}

/** One article on the topic; null where there is none. */
export async function findArticle(db: D1Database, id: string): Promise<PublicArticle | null> {
  const row = await db
    .prepare(`SELECT ${ARTICLE} FROM articles WHERE id = ?1 AND relevant = 1`)
    .bind(id)
    .first<Row>()
  return row && articleOf(row)
}

/** Articles by their ids, earliest first. */
export async function findArticles(db: D1Database, ids: string[]): Promise<PublicArticle[]> {
  if (ids.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT ${ARTICLE}
       FROM ${textsOf('?1', ids.length)} CROSS JOIN articles ON id = column1
       WHERE relevant = 1`,
    )
    .bind(JSON.stringify(ids))
    .all<Row>()
  return results.map(articleOf).toSorted(inTime)
}

/** The articles of a story, earliest first, so many at most; and what those say that are no copies. */
export async function articlesOfStory(
  db: D1Database,
  storyId: string,
  limit: number,
): Promise<{ articles: PublicArticle[]; statements: PublicStatement[] }> {
  const { results } = await db
    .prepare(
      `SELECT ${ARTICLE}
       FROM articles
       WHERE story_id = ?1
       ORDER BY moment, id
       LIMIT ?2`,
    )
    .bind(storyId, limit)
    .all<Row>()
  const own = results.filter(({ duplicateOf }) => duplicateOf === null)
  const statements = own.flatMap((row) => allStatements({ ...row, articleId: row.id }))
  return { articles: results.map(articleOf), statements: statements.toSorted(inTime) }
}

function articleOf({ authors, overclaims, storyJoin, said, ...row }: Row): PublicArticle {
  return {
    ...row,
    authors: JSON.parse(authors) as string[],
    overclaims: overclaims === 1,
    storyJoin: JSON.parse(storyJoin) as StoryJoin,
    statements: saidIn(said),
  }
}
