import { listSteps, type Step } from '../timeline.ts'
import { type Grounds, groundsThen } from './account-then.ts'
import type { Page } from './page.ts'
import { FOR_EVER, type SnapshotKind } from './snapshots.ts'
import { QUIET_MS } from './status-then.ts'
import { listStories, type StorySummary } from './stories.ts'

/** What the front page, the status and the lists of the latest stories tell. */
export type FrontNews = Grounds & {
  steps: Step[]
  /** The latest, latest first: more than the front page shows, for lists and feeds. */
  stories: StorySummary[]
}

const ARTICLES_WEIGHED = 50 // the latest with something new; not all speak of a stage
const STORIES_KEPT = 31 // one more than a feed has, which tells that there are others

/** The news of the front page, as it stands in one turn. */
export function frontNews(version: string): SnapshotKind<FrontNews> {
  return {
    name: `front ${version}`,
    compose: async (db, at) => {
      const [grounds, steps, { items: stories }, holdsUntil] = await Promise.all([
        groundsThen(db, at, ARTICLES_WEIGHED),
        listSteps(db),
        listStories(db, { limit: STORIES_KEPT }),
        nextTurnOfTime(db, at),
      ])
      return { body: { ...grounds, steps, stories }, holdsUntil }
    },
  }
}

/** The latest stories as the first page of a list. */
export function latestStories({ stories }: FrontNews, limit: number): Page<StorySummary> {
  const items = stories.slice(0, limit)
  const last = stories.length > limit ? items.at(-1) : undefined
  return { items, next: last ? { moment: last.moment, id: last.id } : null }
}

type Times = Record<'change' | 'words' | 'withdrawal' | 'headline' | 'spoken', string | null>

/**
 * When time alone makes a difference: something is dated ahead, or a year of silence ends. What only
 * drops out, as a headline of the week, drops out of the account itself.
 */
async function nextTurnOfTime(db: D1Database, at: string): Promise<string> {
  const times = await db
    .prepare(
      `SELECT (SELECT min(from_at) FROM status_changes WHERE from_at > ?1) AS change,
              (SELECT min(moment) FROM said_at WHERE is_new = 1 AND moment > ?1) AS words,
              (SELECT min(at) FROM withdrawals WHERE at > ?1) AS withdrawal,
              (SELECT min(moment) FROM articles
               WHERE overclaims = 1 AND relevant = 1 AND duplicate_of IS NULL
                 AND moment > ?1) AS headline,
              (SELECT moment
               FROM new_statements
               WHERE fresh = 1 AND role NOT IN ('outlet', 'insider', 'other')
                 AND moment <= ?1
               ORDER BY moment DESC
               LIMIT 1) AS spoken`,
    )
    .bind(at)
    .first<Times>()
  const quiet = times?.spoken && new Date(Date.parse(times.spoken) + QUIET_MS).toISOString()
  const ahead = [times?.change, times?.words, times?.withdrawal, times?.headline, quiet]
  return ahead.flatMap((time) => (time && time > at ? time : [])).toSorted()[0] ?? FOR_EVER
}
