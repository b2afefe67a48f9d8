import { listSteps, type Step } from '../timeline.ts'
import type { Page } from './page.ts'
import type { SnapshotKind } from './snapshots.ts'
import type { PublicStatement } from './statement.ts'
import { wordsOnRecord } from './statements.ts'
import { type StatusThen, statusThen } from './status-then.ts'
import { listStories, type StorySummary } from './stories.ts'

/** What the front page and the lists of the latest stories tell. */
export type FrontNews = {
  status: StatusThen
  steps: Step[]
  /** The latest new words of named people who answer for them, latest first. */
  onRecord: PublicStatement[]
  /** The latest, latest first: more than the front page shows, for lists and feeds. */
  stories: StorySummary[]
}

const WORDS_WEIGHED = 44 // the latest on record; not all speak of a stage
const STORIES_KEPT = 31 // one more than a feed has, which tells that there are others
const QUIET_MS = 365 * 86_400_000
const FOR_EVER = '9999'

/** The news of the front page, as it stands in one turn. */
export function frontNews(version: string): SnapshotKind<FrontNews> {
  return {
    name: `front ${version}`,
    compose: async (db, at) => {
      const [status, steps, onRecord, { items: stories }, holdsUntil] = await Promise.all([
        statusThen(db, at),
        listSteps(db),
        wordsOnRecord(db, at, WORDS_WEIGHED),
        listStories(db, { limit: STORIES_KEPT }),
        nextTurnOfTime(db, at),
      ])
      return { body: { status, steps, onRecord, stories }, holdsUntil }
    },
  }
}

type Times = { change: string | null; words: string | null; spoken: string | null }

/** The latest stories as the first page of a list. */
export function latestStories({ stories }: FrontNews, limit: number): Page<StorySummary> {
  const items = stories.slice(0, limit)
  const last = stories.length > limit ? items.at(-1) : undefined
  return { items, next: last ? { moment: last.moment, id: last.id } : null }
}

/** When time alone makes a difference: something is dated ahead, or a year of silence ends. */
async function nextTurnOfTime(db: D1Database, at: string): Promise<string> {
  const times = await db
    .prepare(
      `SELECT (SELECT min(from_at) FROM status_changes WHERE from_at > ?1) AS change,
              (SELECT min(moment) FROM statements WHERE moment > ?1) AS words,
              (SELECT max(moment)
               FROM statements
               WHERE fresh = 1 AND role NOT IN ('outlet', 'insider', 'other')
                 AND moment <= ?1) AS spoken`,
    )
    .bind(at)
    .first<Times>()
  const quiet = times?.spoken && new Date(Date.parse(times.spoken) + QUIET_MS).toISOString()
  const ahead = [times?.change, times?.words, quiet].filter((time) => time && time > at)
  return ahead.toSorted()[0] ?? FOR_EVER
}
