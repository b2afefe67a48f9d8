import type { VoiceRole } from '../../story/voices.ts'

/** Somebody's name with its slug, and how often words of theirs were printed. */
export type Name = { slug: string; name: string; role: VoiceRole; statements: number }

/** All names, those first that are quoted most, to look for one in. */
export async function listNames(db: D1Database, limit: number): Promise<Name[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, name, role, statements
       FROM people
       WHERE statements > 0
       ORDER BY statements DESC, name
       LIMIT ?1`,
    )
    .bind(limit)
    .all<Name>()
  return results
}

/** The name behind a slug; of two the one that is quoted more; null where nobody has it. */
export async function findName(db: D1Database, slug: string): Promise<string | null> {
  return await db
    .prepare(
      `SELECT name
       FROM people
       WHERE slug = ?1
       ORDER BY statements DESC
       LIMIT 1`,
    )
    .bind(slug)
    .first<string>('name')
}
