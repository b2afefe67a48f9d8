import type { VoiceRole } from '../../story/voices.ts'

/** Somebody's name with its slug, and how often words of theirs were printed. */
export type Name = { slug: string; name: string; role: VoiceRole; statements: number }

/** All names, those first that are quoted most, to look for one in. */
export async function listNames(db: D1Database, limit: number): Promise<Name[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, name, role, statements
       FROM people
       WHERE rank > 0
       ORDER BY rank DESC, name
       LIMIT ?1`,
    )
    .bind(limit)
    .all<Name>()
  return results.toSorted(mostQuoted)
}

/** Who is quoted more comes first; the database knows it by steps only (`people.rank`). */
export function mostQuoted(
  one: Pick<Name, 'name' | 'statements'>,
  other: Pick<Name, 'name' | 'statements'>,
): number {
  return other.statements - one.statements || (one.name < other.name ? -1 : 1)
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
