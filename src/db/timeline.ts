import type { Stage } from '../stage.ts'
import { RULES_VERSION } from '../status/reading.ts'

/** The status from a moment on. */
export type Step = { from: string; stage: Stage | null }

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
