import { evidenceIn, type SaidRow } from '../../src/db/statements.ts'
import { type Evidence, inOrder } from '../../src/status/evidence.ts'

/** Every statement of articles on the topic, copies left out. */
export async function listEvidence(db: D1Database): Promise<Evidence[]> {
  const { results } = await db
    .prepare(
      `SELECT id AS articleId, moment, said
       FROM articles
       WHERE relevant = 1 AND duplicate_of IS NULL`,
    )
    .all<SaidRow>()
  return results.flatMap(evidenceIn).toSorted(inOrder)
}
