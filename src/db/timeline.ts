import type { Stage } from '../stage.ts'
import { RULES_VERSION } from '../status/reading.ts'
import { RULES_SHOWN } from './rules-shown.ts'

/** The status from a moment on. */
export type Step = { from: string; stage: Stage | null }

/** Every change of the status by the rules that are shown, in order of time. */
export async function listSteps(db: D1Database): Promise<Step[]> {
  const { results } = await db
    .prepare(
      `SELECT from_at AS "from", stage
       FROM status_changes
       WHERE rules_version = ${RULES_SHOWN}
       ORDER BY from_at`,
    )
    .bind(RULES_VERSION)
    .all<Step>()
  return results
}
