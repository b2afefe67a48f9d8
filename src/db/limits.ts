/** A count that may not pass `most` before it ends, ISO 8601 UTC. */
export type Limit = { name: string; most: number; endsAt: string }

/** Counts one more under a name, at most one beyond the limit: that one tells that it is reached. */
export function countUp(db: D1Database, { name, most, endsAt }: Limit): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO limits (name, used, ends_at)
       VALUES (?1, 1, ?3)
       ON CONFLICT (name) DO UPDATE SET used = used + 1 WHERE used <= ?2
       RETURNING used`,
    )
    .bind(name, most, endsAt)
}

/** Counts one more under a name if the count of another is within its limit. */
export function countUpWithin(
  db: D1Database,
  { name, most, endsAt }: Limit,
  other: Limit,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO limits (name, used, ends_at)
       SELECT ?1, 1, ?3
       WHERE ?5 >= (SELECT used FROM limits WHERE name = ?4)
       ON CONFLICT (name) DO UPDATE SET used = used + 1 WHERE used <= ?2`,
    )
    .bind(name, most, endsAt, other.name, other.most)
}

/** How much is counted under a name. */
export async function usedOf(db: D1Database, name: string): Promise<number> {
  const used = await db
    .prepare('SELECT used FROM limits WHERE name = ?1')
    .bind(name)
    .first<number>('used')
  return used ?? 0
}

/** Forgets counts whose time is over, a thousand at a time. */
export function forgetEnded(db: D1Database, at: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM limits
       WHERE name IN (SELECT name FROM limits WHERE ends_at <= ?1 LIMIT 1000)`,
    )
    .bind(at)
}
