/** What we count of what the platform and the mail provider limit. */
export type Use = 'mails' | 'messages' | 'rows read' | 'rows written'

export type Used = Partial<Record<Use, number>>

/** Adds to what was used on a day, `2026-11-21`. */
export function countUse(db: D1Database, day: string, used: Used): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO usage (day, what, used)
       SELECT ?1, key, value FROM json_each(?2) WHERE value > 0
       ON CONFLICT (day, what) DO UPDATE SET used = used + excluded.used`,
    )
    .bind(day, JSON.stringify(used))
}

/** What was used from a day on, summed. */
export async function usedFrom(db: D1Database, day: string): Promise<Used> {
  const { results } = await db
    .prepare('SELECT what, sum(used) AS used FROM usage WHERE day >= ?1 GROUP BY what')
    .bind(day)
    .all<{ what: Use; used: number }>()
  return Object.fromEntries(results.map(({ what, used }) => [what, used]))
}

/** How large the database is, in bytes, as it tells with each answer. */
export async function databaseBytes(db: D1Database): Promise<number> {
  const { meta } = await db.prepare('SELECT 1').run()
  return meta.size_after
}
