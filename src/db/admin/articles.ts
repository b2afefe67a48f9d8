import type { Stage } from '../../stage.ts'
import type { StoryJoin } from '../../story/stories.ts'
import { type Cursor, type Page, type PageQuery, type Range, readPage } from '../public/page.ts'

/** An article as admins see it in lists: on the topic or not. */
export type KeptArticle = {
  id: string
  url: string
  outlet: string
  title: string
  moment: string
  relevant: boolean
  why: string
  stage: Stage | null
  overclaims: boolean
  duplicateOf: string | null
  storyId: string | null
  storyJoin: StoryJoin | null
  goneAt: string | null
  isCorrected: boolean
}

export const FILTERS = ['overclaims', 'irrelevant', 'duplicates', 'gone', 'corrected'] as const
export type Filter = (typeof FILTERS)[number]

export type KeptQuery = PageQuery & {
  filter?: Filter | null | undefined
  /** Folded words, or beginnings of them, that title and outlet hold. */
  words?: string[] | undefined
}

type Row = Omit<KeptArticle, 'relevant' | 'overclaims' | 'storyJoin' | 'isCorrected'> & {
  relevant: number
  overclaims: number
  storyJoin: string | null
  isCorrected: number
}

const WINDOW = 2000 // articles that a filter looks through for one page

const ARTICLE = `id, url, outlet, title, moment, relevant, why, stage, overclaims,
  duplicate_of AS duplicateOf, story_id AS storyId, story_join AS storyJoin, gone_at AS goneAt,
  corrected IS NOT NULL AS isCorrected`

/** All that is kept, latest first. */
export async function listKept(db: D1Database, query: KeptQuery): Promise<Page<KeptArticle>> {
  const isFiltered = query.filter != null || Boolean(query.words?.length)
  return await readPage(query, {
    items: (range, limit) => keptIn(db, range, limit, query),
    windowEnd: isFiltered ? (range) => windowEnd(db, range) : null,
    placeOf: ({ moment, id }) => ({ moment, id }),
  })
}

async function keptIn(
  db: D1Database,
  { top, bottom }: Range,
  limit: number,
  { filter, words = [] }: KeptQuery,
): Promise<KeptArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT ${ARTICLE}
       FROM articles
       WHERE (moment, id) < (?1, ?2) AND (moment, id) >= (?3, ?4)
         AND CASE ?5
           WHEN 'overclaims' THEN relevant = 1 AND overclaims = 1
           WHEN 'irrelevant' THEN relevant = 0
           WHEN 'duplicates' THEN duplicate_of IS NOT NULL
           WHEN 'gone' THEN gone_at IS NOT NULL
           WHEN 'corrected' THEN corrected IS NOT NULL
           ELSE true
         END
         AND NOT EXISTS (
           SELECT 1 FROM json_each(?6) WHERE instr(' ' || articles.words, ' ' || value) = 0)
       ORDER BY moment DESC, id DESC
       LIMIT ?7`,
    )
    .bind(
      top.moment,
      top.id,
      bottom.moment,
      bottom.id,
      filter ?? null,
      JSON.stringify(words),
      limit,
    )
    .all<Row>()
  return results.map(keptOf)
}

async function windowEnd(db: D1Database, { top, bottom }: Range): Promise<Cursor | null> {
  return await db
    .prepare(
      `SELECT moment, id
       FROM articles
       WHERE (moment, id) < (?1, ?2) AND (moment, id) >= (?3, ?4)
       ORDER BY moment DESC, id DESC
       LIMIT 1 OFFSET ${WINDOW - 1}`,
    )
    .bind(top.moment, top.id, bottom.moment, bottom.id)
    .first<Cursor>()
}

/** Articles by their ids, latest first. */
export async function keptByIds(db: D1Database, ids: string[]): Promise<KeptArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT ${ARTICLE}
       FROM articles
       WHERE id IN (SELECT value FROM json_each(?1))
       ORDER BY moment DESC, id DESC`,
    )
    .bind(JSON.stringify(ids))
    .all<Row>()
  return results.map(keptOf)
}

/** The id of the article that has this id or canonical url; null where none has. */
export async function idOfKept(db: D1Database, idOrUrl: string): Promise<string | null> {
  return await db
    .prepare('SELECT id FROM articles WHERE id = ?1 OR url = ?1')
    .bind(idOrUrl)
    .first<string>('id')
}

function keptOf({ relevant, overclaims, storyJoin, isCorrected, ...row }: Row): KeptArticle {
  return {
    ...row,
    relevant: relevant === 1,
    overclaims: overclaims === 1,
    storyJoin: storyJoin === null ? null : (JSON.parse(storyJoin) as StoryJoin),
    isCorrected: isCorrected === 1,
  }
}
