import type { Stage } from '../../stage.ts'
import type { StoryJoin } from '../../story/stories.ts'
import type { ListedArticle } from '../listing.ts'
import { type Cursor, type Page, type PageQuery, type Range, readPage, WINDOW } from './page.ts'
import { type SaidIn, saidIn } from './said.ts'

/** An article as everybody may see it. */
export type PublicArticle = ListedArticle & {
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

/** Articles on the topic, copies among them, latest first. */
export async function listArticles(
  db: D1Database,
  query: ArticleQuery,
): Promise<Page<PublicArticle>> {
  const { source, person, stage, lang, fresh } = query
  const isFiltered = [source, person, stage, lang, fresh].some((filter) => filter != null)
  return await readPage(query, isFiltered, {
    items: (range, limit) => articlesIn(db, range, limit, query),
    windowEnd: (range) => windowEnd(db, range),
    placeOf: ({ moment, id }) => ({ moment, id }),
  })
}

async function articlesIn(
  db: D1Database,
  { top, bottom }: Range,
  limit: number,
  { source, person, stage, lang, fresh }: ArticleQuery,
): Promise<PublicArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT ${ARTICLE}
       FROM articles
       WHERE relevant = 1 AND (moment, id) < (?1, ?2) AND (moment, id) >= (?3, ?4)
         AND (?5 IS NULL OR source_id = ?5)
         AND (?6 IS NULL OR stage = ?6)
         AND (?7 IS NULL OR lang = ?7 OR substr(lang, 1, length(?7) + 1) = ?7 || '-')
         AND (?8 IS NULL OR EXISTS (
           SELECT 1 FROM json_each(said) AS one
           WHERE one.value ->> 'speaker' IN (SELECT name FROM people WHERE slug = ?8)))
         AND (?9 IS NULL OR ?9 = EXISTS (
           SELECT 1 FROM json_each(said) AS one WHERE one.value ->> 'fresh' = 1))
       ORDER BY moment DESC, id DESC
       LIMIT ?10`,
    )
    .bind(
      top.moment,
      top.id,
      bottom.moment,
      bottom.id,
      source ?? null,
      stage ?? null,
      lang ?? null,
      person ?? null,
      fresh == null ? null : Number(fresh),
      limit,
    )
    .all<Row>()
  return results.map(articleOf)
}

async function windowEnd(db: D1Database, { top, bottom }: Range): Promise<Cursor | null> {
  return await db
    .prepare(
      `SELECT moment, id
       FROM articles
       WHERE relevant = 1 AND (moment, id) < (?1, ?2) AND (moment, id) >= (?3, ?4)
       ORDER BY moment DESC, id DESC
       LIMIT 1 OFFSET ${WINDOW - 1}`,
    )
    .bind(top.moment, top.id, bottom.moment, bottom.id)
    .first<Cursor>()
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
  const { results } = await db
    .prepare(
      `SELECT ${ARTICLE}
       FROM articles
       WHERE id IN (SELECT value FROM json_each(?1)) AND relevant = 1
       ORDER BY moment, id`,
    )
    .bind(JSON.stringify(ids))
    .all<Row>()
  return results.map(articleOf)
}

/** The articles of a story, earliest first, so many at most. */
export async function articlesOfStory(
  db: D1Database,
  storyId: string,
  limit: number,
): Promise<PublicArticle[]> {
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
  return results.map(articleOf)
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
