import type { Evidence } from '../status/evidence.ts'
import type { StatusChange } from '../status/history.ts'
import { RULES_VERSION } from '../status/reading.ts'

/** Every statement that counts for the status: of articles on the topic, copies left out. */
export async function listEvidence(db: D1Database): Promise<Evidence[]> {
  const { results } = await db
    .prepare(
      `SELECT statements.id, statements.article_id AS articleId, statements.moment,
              speaker, role, statements.stage, modality, rule, said_on AS saidOn, recalled, fresh,
              withdrawn_at AS withdrawn
       FROM statements JOIN articles ON articles.id = statements.article_id
       WHERE articles.relevant = 1 AND articles.duplicate_of IS NULL
       ORDER BY statements.moment, articles.id, statements.id`,
    )
    .all<Omit<Evidence, 'recalled' | 'fresh'> & { recalled: number; fresh: number }>()
  return results.map((row) => ({
    ...row,
    recalled: row.recalled === 1,
    fresh: row.fresh === 1,
  }))
}

/** A number that grows with every placing: what the status was derived from. */
export async function evidenceVersion(db: D1Database): Promise<string> {
  const version = await db
    .prepare(
      `SELECT count(*) || '/' || COALESCE(max(placed_at), '') AS version
       FROM articles
       WHERE relevant = 1`,
    )
    .first<string>('version')
  return version ?? ''
}

/** Writes the whole history of the status by the rules of today; running it twice changes nothing. */
export async function saveHistory(db: D1Database, changes: StatusChange[]): Promise<void> {
  const rows = JSON.stringify(changes)
  await db.batch([
    db
      .prepare(
        `DELETE FROM status_changes
         WHERE rules_version = ?1 AND from_at NOT IN (SELECT value ->> 'from' FROM json_each(?2))`,
      )
      .bind(RULES_VERSION, rows),
    db
      .prepare(
        `INSERT INTO status_changes (rules_version, from_at, stage, because)
         SELECT ?1, value ->> 'from', value ->> 'stage', value -> 'because'
         FROM json_each(?2)
         WHERE true
         ON CONFLICT (rules_version, from_at) DO UPDATE
         SET stage = excluded.stage, because = excluded.because`,
      )
      .bind(RULES_VERSION, rows),
  ])
}
