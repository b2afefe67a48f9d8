import type { Stage } from '../stage.ts'
import { RULES_VERSION } from '../status/reading.ts'
import { RULES_SHOWN } from './rules-shown.ts'

/** The status from a moment on. */
export type Step = { from: string; stage: Stage | null }

/** The same with the ids of the statements that brought it. */
type ReasonedStep = Step & { because: string[] }

const STEPS = 200 // more changes than a status has in a lifetime

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

/**
 * Every change up to a moment, the latest `STEPS` of them, with the statements that brought each; of
 * those only that we had read by another moment, where one is named.
 */
export async function changesUpTo(
  db: D1Database,
  until: string,
  readBy: string | null,
): Promise<ReasonedStep[]> {
  const { results } = await db
    .prepare(
      `SELECT from_at AS "from", stage, because
       FROM status_changes
       WHERE rules_version = ${RULES_SHOWN} AND from_at <= ?2
         AND (?3 IS NULL OR EXISTS (
           SELECT 1
           FROM json_each(because) AS reason JOIN articles
             ON articles.id = substr(reason.value, 1, instr(reason.value, '#') - 1)
           WHERE read_at <= ?3))
       ORDER BY from_at DESC
       LIMIT ${STEPS}`,
    )
    .bind(RULES_VERSION, until, readBy)
    .all<Step & { because: string }>()
  return results
    .toReversed()
    .map(({ because, ...step }) => ({ ...step, because: JSON.parse(because) as string[] }))
}
