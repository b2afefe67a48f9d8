import type { Stage } from '../../stage.ts'
import { RULES_VERSION } from '../../status/reading.ts'
import type { PublicStatement } from './statement.ts'
import { findStatements } from './statements.ts'

/** A change of the status with the statements that brought it. */
export type StatusStep = { from: string; stage: Stage | null; because: PublicStatement[] }

const STEPS = 200 // changes that are shown, the latest

/** Every change of the status by the rules of today, in order of time, with its reasons. */
export async function listHistory(db: D1Database): Promise<StatusStep[]> {
  const { results } = await db
    .prepare(
      `SELECT from_at AS "from", stage, because
       FROM status_changes
       WHERE rules_version = ?1
       ORDER BY from_at DESC
       LIMIT ${STEPS}`,
    )
    .bind(RULES_VERSION)
    .all<{ from: string; stage: Stage | null; because: string }>()
  const changes = results.toReversed().map(({ because, ...change }) => ({
    ...change,
    ids: JSON.parse(because) as string[],
  }))
  const statements = await findStatements(db, [...new Set(changes.flatMap(({ ids }) => ids))])
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  return changes.map(({ ids, ...change }) => ({
    ...change,
    because: ids.flatMap((id) => byId.get(id) ?? []),
  }))
}
