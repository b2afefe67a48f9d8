import type { Stage } from '../../stage.ts'
import { RULES_VERSION } from '../../status/reading.ts'
import { RULES_SHOWN } from '../rules-shown.ts'
import { type PublicStatement, type StatementRow, statementOf } from './statement.ts'
import { findStatements } from './statements.ts'

/** A change of the status with the statements that brought it. */
export type StatusStep = { from: string; stage: Stage | null; because: PublicStatement[] }

const STEPS = 200 // changes that are shown, the latest

type ChangeRow = { from: string; stage: Stage | null; because: string; statements: string | null }

/**
 * Every change of the status in order of time, with its reasons: by the rules that are shown or, as
 * it was shown then, by a former version of them.
 */
export async function listHistory(
  db: D1Database,
  version: number | null = null,
): Promise<StatusStep[]> {
  const { results } = await db
    .prepare(
      `SELECT from_at AS "from", stage, because, statements
       FROM status_changes LEFT JOIN status_reasons USING (rules_version, from_at)
       WHERE rules_version = COALESCE(?2, ${RULES_SHOWN})
       ORDER BY from_at DESC
       LIMIT ${STEPS}`,
    )
    .bind(RULES_VERSION, version)
    .all<ChangeRow>()
  const standing = results.filter(({ statements }) => statements === null)
  const ids = new Set(standing.flatMap(({ because }) => JSON.parse(because) as string[]))
  const found = await findStatements(db, [...ids])
  const byId = new Map(found.map((statement) => [statement.id, statement]))
  return results.toReversed().map((row) => ({
    from: row.from,
    stage: row.stage,
    because: keptReasons(row.statements) ?? reasonsOf(row, byId),
  }))
}

function reasonsOf({ because }: ChangeRow, byId: Map<string, PublicStatement>): PublicStatement[] {
  return (JSON.parse(because) as string[]).flatMap((id) => byId.get(id) ?? [])
}

/** Statements as rules before those of today had read them; null where they are still the same. */
export function keptReasons(statements: string | null): PublicStatement[] | null {
  return statements === null ? null : (JSON.parse(statements) as StatementRow[]).map(statementOf)
}
