import { STATEMENT, STATEMENT_PAIRS } from './public/statement.ts'

/**
 * Keeps the statements of some changes of the status as the rules before had read them, since the
 * statements themselves are about to be replaced. Whether there were any left.
 */
export async function keepReasons(db: D1Database, limit: number): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO status_reasons (rules_version, from_at, statements)
       SELECT rules_version, from_at, (
         SELECT json_group_array(json_object(${STATEMENT_PAIRS}))
         FROM (SELECT ${STATEMENT}
               FROM json_each(because) AS reason CROSS JOIN statements
                 ON article_id = substr(reason.value, 1, instr(reason.value, '#') - 1)
                   AND statements.id = reason.value
               ORDER BY statements.moment DESC, statements.id))
       FROM status_changes
       WHERE rules_version = (SELECT rules_version FROM status_work)
         AND NOT EXISTS (
           SELECT 1 FROM status_reasons AS kept
           WHERE kept.rules_version = status_changes.rules_version
             AND kept.from_at = status_changes.from_at)
       LIMIT ?1`,
    )
    .bind(limit)
    .run()
  return meta.changes > 0
}
