import type { VoiceRole } from '../../story/voices.ts'
import { mostQuoted } from './names.ts'
import type { Page, PageQuery } from './page.ts'
import type { PublicStatement } from './statement.ts'
import { listStatements } from './statements.ts'

/** Somebody who has said something about the film. */
export type PublicPerson = {
  slug: string
  name: string
  /** As in their latest statement. */
  role: VoiceRole
  /** Every time that words of theirs were printed, and how often those were new. */
  statements: number
  fresh: number
  /** Moments of the earliest and the latest article with words of theirs. */
  firstAt: string
  lastAt: string
  /** Moment of the latest article with new words of theirs; null where all were known. */
  newAt: string | null
}

const PERSON = `slug, name, role, statements, fresh,
  min(COALESCE((SELECT min(moment) FROM said_by WHERE speaker = name AND is_new = 0), '~'),
      COALESCE((SELECT min(moment) FROM said_by WHERE speaker = name AND is_new = 1), '~')) AS firstAt,
  max(COALESCE((SELECT max(moment) FROM said_by WHERE speaker = name AND is_new = 0), ''),
      COALESCE((SELECT max(moment) FROM said_by WHERE speaker = name AND is_new = 1), '')) AS lastAt,
  (SELECT max(moment) FROM said_by WHERE speaker = name AND is_new = 1) AS newAt`

/** People by how often words of theirs were printed. */
export async function listPeople(db: D1Database, limit: number): Promise<PublicPerson[]> {
  const { results } = await db
    .prepare(
      `SELECT ${PERSON}
       FROM people
       WHERE rank > 0
       ORDER BY rank DESC, name
       LIMIT ?1`,
    )
    .bind(limit)
    .all<PublicPerson>()
  return results.toSorted(mostQuoted)
}

/** A person, and what they have said, latest first; null where nobody of this slug said anything. */
export async function findPerson(
  db: D1Database,
  slug: string,
  query: PageQuery,
): Promise<{ person: PublicPerson; said: Page<PublicStatement> } | null> {
  const person = await personOf(db, slug)
  return person && { person, said: await listStatements(db, { ...query, person: slug }) }
}

/** A person; null where nobody of this slug said anything. */
export async function personOf(db: D1Database, slug: string): Promise<PublicPerson | null> {
  return await db
    .prepare(
      `SELECT ${PERSON}
       FROM people
       WHERE slug = ?1 AND statements > 0
       ORDER BY statements DESC, name
       LIMIT 1`,
    )
    .bind(slug)
    .first<PublicPerson>()
}
