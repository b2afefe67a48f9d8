import type { Stage } from '../stage.ts'
import type { StoryJoin } from '../story/stories.ts'

/** An article on the topic, as a reader is shown it. */
export type ListedArticle = {
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
}

type Row = Omit<ListedArticle, 'authors' | 'overclaims' | 'storyJoin'> & {
  authors: string
  overclaims: number
  storyJoin: string
}

/** A place in the list: the article after which the next page begins. */
export type Cursor = { moment: string; id: string }

const ARTICLE = `id, outlet, title, url, authors, published, lang, read_from AS readFrom,
  read_at AS readAt, moment, why, stage, headline_stage AS headlineStage, overclaims,
  duplicate_of AS duplicateOf, story_id AS storyId, story_join AS storyJoin, original`

/** Articles on the topic, copies among them, latest first. */
export async function listArticles(
  db: D1Database,
  limit: number,
  after: Cursor | null,
): Promise<ListedArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT ${ARTICLE}
       FROM articles
       WHERE relevant = 1 AND (moment, id) < (?1, ?2)
       ORDER BY moment DESC, id DESC
       LIMIT ?3`,
    )
    .bind(after?.moment ?? '9999', after?.id ?? '', limit)
    .all<Row>()
  return results.map(articleOf)
}

/** Articles on the topic that were first read in a period, latest first. */
export async function articlesReadBetween(
  db: D1Database,
  from: string,
  until: string,
): Promise<ListedArticle[]> {
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

function articleOf({ authors, overclaims, storyJoin, ...row }: Row): ListedArticle {
  return {
    ...row,
    authors: JSON.parse(authors) as string[],
    overclaims: overclaims === 1,
    storyJoin: JSON.parse(storyJoin) as StoryJoin,
  }
}
