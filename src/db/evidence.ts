import { type Evidence, inOrder } from '../status/evidence.ts'
import { evidenceIn, type SaidRow } from './statements.ts'

/** Every statement of articles on the topic, copies left out: to compare, not to ask for often. */
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
