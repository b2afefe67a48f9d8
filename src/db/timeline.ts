import type { Stage } from '../stage.ts'
import type { Modality } from '../status/modality.ts'
import { RULES_VERSION } from '../status/reading.ts'

/** The status from a moment on. */
export type Step = { from: string; stage: Stage | null }

/** A statement on record about a stage, as a mark in time. */
export type Mark = {
  id: string
  speaker: string
  role: string
  words: string
  givenTo: string | null
  stage: Stage
  modality: Modality
  /** Day on which it was said where that is known, else its article's moment. */
  when: string
  outlet: string
  url: string
}

/** Every change of the status by the rules of today, in order of time. */
export async function listSteps(db: D1Database): Promise<Step[]> {
  const { results } = await db
    .prepare(
      `SELECT from_at AS "from", stage
       FROM status_changes
       WHERE rules_version = ?1
       ORDER BY from_at`,
    )
    .bind(RULES_VERSION)
    .all<Step>()
  return results
}

/** The latest statements on record by people with a name, each at its first appearance. */
export async function listMarks(db: D1Database, limit: number): Promise<Mark[]> {
  const { results } = await db
    .prepare(
      `SELECT statements.id, speaker, role, COALESCE(quote, evidence) AS words,
              given_to AS givenTo, statements.stage, modality,
              COALESCE(said_on, substr(articles.moment, 1, 10)) AS "when", outlet, url
       FROM statements JOIN articles ON articles.id = statements.article_id
       WHERE fresh = 1 AND speaker IS NOT NULL AND statements.stage IS NOT NULL
         AND role NOT IN ('outlet', 'insider')
         AND articles.relevant = 1 AND articles.duplicate_of IS NULL
       ORDER BY articles.moment DESC, statements.id
       LIMIT ?1`,
    )
    .bind(limit)
    .all<Mark>()
  return results.reverse()
}
