import type { VoiceRole } from '../../story/voices.ts'

/** Somebody's name with its slug, and how often words of theirs were printed. */
export type Name = { slug: string; name: string; role: VoiceRole; statements: number }

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
