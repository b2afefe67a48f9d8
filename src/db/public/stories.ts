import type { ArticleLink } from '../../article.ts'
import type { Stage } from '../../stage.ts'
import { storyTitle } from '../../status/story-title.ts'
import { isOfLanguage, lookThrough, type Page, type PageQuery, type Range } from './page.ts'
import { isSaidBy, saidIn } from './said.ts'

/** A story as lists show it. */
export type StorySummary = {
  /** Id of the article that founded it. */
  id: string
  /** What it says, in our words; where nobody says anything, the headline of its founder. */
  title: string
  /** When it began: the moment of its earliest article (ISO 8601 UTC). */
  moment: string
  /** Who chiefly speaks; null for an insider or an outlet's own piece. */
  speaker: string | null
  /** Outlet that the news was first given to, as far as its articles tell. */
  original: string | null
  /** What its earliest article supports. */
  stage: Stage | null
  /** Articles, those of them that copy another's text, and headlines that claim too much. */
  articles: number
  copies: number
  overclaims: number
  outlets: { name: string; articles: number }[]
  /** Its earliest article. */
  first: ArticleLink & { lang: string | null }
}

export type StoryQuery = PageQuery & {
  /** Slug of somebody who says something in its earliest article. */
  person?: string | null | undefined
  /** What its earliest article supports. */
  stage?: Stage | null | undefined
  /** Language of its earliest article; `en` finds `en-GB` too. */
  lang?: string | null | undefined
}

type Row = Omit<StorySummary, 'title' | 'outlets' | 'first'> & {
  outlets: string
  outlet: string
  headline: string
  url: string
  published: string | null
  lang: string | null
  said: string
}

const STORY = `stories.id, stories.moment, speaker, stories.original, stage, articles, copies,
  stories.overclaims, outlets, outlet, title AS headline, url, published, lang, said`

const LOOKED_AT = 25 // for one page that filters: D1 reads two rows for each

/** Stories, the one that began last first. */
export async function listStories(db: D1Database, query: StoryQuery): Promise<Page<StorySummary>> {
  const { items, next } = await lookThrough(query, {
    items: (range, limit) => storiesIn(db, range, limit),
    passes: filterOf(query),
    lookedAt: LOOKED_AT,
    placeOf: ({ moment, id }) => ({ moment, id }),
  })
  return { items: items.map(summaryOf), next }
}

async function storiesIn(db: D1Database, { top, bottom }: Range, limit: number): Promise<Row[]> {
  const { results } = await db
    .prepare(
      `SELECT ${STORY}
       FROM stories JOIN articles AS founder ON founder.id = stories.id
       WHERE articles > 0
         AND (stories.moment, stories.id) < (?1, ?2) AND (stories.moment, stories.id) >= (?3, ?4)
       ORDER BY stories.moment DESC, stories.id DESC
       LIMIT ?5`,
    )
    .bind(top.moment, top.id, bottom.moment, bottom.id, limit)
    .all<Row>()
  return results
}

function filterOf({ person, stage, lang }: StoryQuery): ((story: Row) => boolean) | null {
  if ([person, stage, lang].every((filter) => filter == null)) return null
  return (story) =>
    (stage == null || story.stage === stage) &&
    (lang == null || isOfLanguage(story.lang, lang)) &&
    (person == null || isSaidBy(saidIn(story.said), person))
}

/** A story by its id; null where nothing tells it, as after its founder joined another. */
export async function findSummary(db: D1Database, id: string): Promise<StorySummary | null> {
  const row = await db
    .prepare(
      `SELECT ${STORY}
       FROM stories JOIN articles AS founder ON founder.id = stories.id
       WHERE stories.id = ?1 AND articles > 0`,
    )
    .bind(id)
    .first<Row>()
  return row && summaryOf(row)
}

/** The titles of stories, by their ids. */
export async function storyTitles(db: D1Database, ids: string[]): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT ${STORY}
       FROM (SELECT DISTINCT value AS wanted FROM json_each(?1))
         CROSS JOIN stories ON stories.id = wanted
         JOIN articles AS founder ON founder.id = stories.id`,
    )
    .bind(JSON.stringify(ids))
    .all<Row>()
  return new Map(results.map((row) => [row.id, summaryOf(row).title]))
}

/** Its title comes from what its founder says: the same in every list, whoever joins later. */
function summaryOf(row: Row): StorySummary {
  const { outlet, headline, url, published, lang, outlets, said, ...story } = row
  const counts = JSON.parse(outlets) as Record<string, number>
  return {
    ...story,
    title: storyTitle(saidIn(said), story.stage, headline),
    outlets: Object.entries(counts).map(([name, articles]) => ({ name, articles })),
    first: { id: row.id, outlet, title: headline, url, published, lang },
  }
}
