import { RULES_VERSION } from '../status/reading.ts'

/** How far the reading of all that is stored by the rules of today has come. */
export type Rereading = {
  rulesVersion: number
  done: number
  total: number
  /** Of those done: whose text is not kept, so that they stay as they were read. */
  skipped: number
}

/** A place in the order in which articles are read again. */
type Place = { moment: string; id: string }

/** An article that may have to be read or placed again; one whose text is not kept stays as read. */
export type OldArticle = Place & {
  url: string
  isRead: boolean
  isPlaced: boolean
  /** Whether it was read by other rules and cannot be read again. */
  isSkipped: boolean
}

/** What there is to do about the rules of today and the history of the status. */
export type ReadingWork = { isToBegin: boolean; isRereading: boolean; hasStatus: boolean }

/** Asks for it at once: a cron has few statements. */
export async function readingWork(db: D1Database): Promise<ReadingWork> {
  const row = await db
    .prepare(
      `SELECT status_work.rules_version IS NULL OR (status_work.rules_version <> ?1
                AND coalesce(rereading.rules_version, 0) <> ?1) AS isToBegin,
              rereading.rules_version IS ?1 AND finished_at IS NULL AS isRereading,
              from_at IS NOT NULL AS hasStatus
       FROM status_work LEFT JOIN rereading ON true`,
    )
    .bind(RULES_VERSION)
    .first<Record<keyof ReadingWork, number>>()
  return {
    isToBegin: row?.isToBegin === 1,
    isRereading: row?.isRereading === 1,
    hasStatus: row?.hasStatus === 1,
  }
}

/** Begins to read everything again where what is shown is by other rules than those of today. */
export async function beginRereading(db: D1Database, at: string): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE status_work SET rules_version = ?1 WHERE rules_version IS NULL AND NOT EXISTS (
           SELECT 1 FROM articles)`,
      )
      .bind(RULES_VERSION),
    db
      .prepare(
        `INSERT INTO rereading (id, rules_version, started_at, total)
         SELECT 1, ?1, ?2, (SELECT count(*) FROM articles)
         FROM status_work
         WHERE rules_version <> ?1
           AND NOT EXISTS (SELECT 1 FROM rereading WHERE rules_version = ?1)
         ON CONFLICT (id) DO UPDATE
         SET rules_version = excluded.rules_version, started_at = excluded.started_at,
             total = excluded.total, done = 0, skipped = 0, moment = '', article_id = '',
             finished_at = NULL`,
      )
      .bind(RULES_VERSION, at),
  ])
}

/** From where to go on, and the articles that come next; null where the reading is done. */
export async function nextToReread(
  db: D1Database,
  limit: number,
): Promise<{ from: Place; articles: OldArticle[] } | null> {
  const from = await db
    .prepare(
      `SELECT moment, article_id AS id
       FROM rereading
       WHERE rules_version = ?1 AND finished_at IS NULL`,
    )
    .bind(RULES_VERSION)
    .first<Place>()
  if (!from) return null
  const { results } = await db
    .prepare(
      `SELECT moment, id, url, rules_version = ?1 OR text = '' AS isRead,
              rules_version <> ?1 AND text = '' AS isSkipped,
              placed_at IS NOT NULL OR relevant = 0 AS isPlaced
       FROM articles
       WHERE (moment, id) > (?2, ?3)
       ORDER BY moment, id
       LIMIT ?4`,
    )
    .bind(RULES_VERSION, from.moment, from.id, limit)
    .all<Place & { url: string; isRead: number; isPlaced: number; isSkipped: number }>()
  const articles = results.map((row) => ({
    ...row,
    isRead: row.isRead === 1,
    isPlaced: row.isPlaced === 1,
    isSkipped: row.isSkipped === 1,
  }))
  return { from, articles }
}

/** Writes that all up to an article are read, unless another run has come further. */
export async function markReread(
  db: D1Database,
  from: Place,
  to: Place,
  { count, skipped }: { count: number; skipped: number },
): Promise<void> {
  await db
    .prepare(
      `UPDATE rereading
       SET moment = ?4, article_id = ?5, done = min(done + ?6, total), skipped = skipped + ?7
       WHERE rules_version = ?1 AND (moment, article_id) = (?2, ?3)`,
    )
    .bind(RULES_VERSION, from.moment, from.id, to.moment, to.id, count, skipped)
    .run()
}

/** Ends the reading, and leaves it to the steps of the status to derive all of it by these rules. */
export async function finishRereading(db: D1Database, at: string): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE status_work
         SET turn = turn + 1, from_at = '', to_at = '~', rewind = NULL
         WHERE EXISTS (
           SELECT 1 FROM rereading WHERE rules_version = ?1 AND finished_at IS NULL)`,
      )
      .bind(RULES_VERSION),
    db
      .prepare(
        `UPDATE rereading SET finished_at = ?2 WHERE rules_version = ?1 AND finished_at IS NULL`,
      )
      .bind(RULES_VERSION, at),
  ])
}

/** The reading that goes on; null where all that is shown is by the rules of today. */
export async function findRereading(db: D1Database): Promise<Rereading | null> {
  return await rereadingNow(db).first<Rereading>()
}

/** The same, to be asked for together with other things. */
export function rereadingNow(db: D1Database): D1PreparedStatement {
  return db
    .prepare(
      `SELECT rereading.rules_version AS rulesVersion, done, total, skipped
       FROM rereading JOIN status_work ON status_work.rules_version <> rereading.rules_version
       WHERE rereading.rules_version = ?1`,
    )
    .bind(RULES_VERSION)
}
