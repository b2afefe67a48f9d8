import { evidenceIn, type KeptStatement, type SaidRow } from '../../src/db/statements.ts'
import { inOrder } from '../../src/status/evidence.ts'
import type { Worded } from '../status/status-at.ts'

/** Every statement of articles on the topic, copies left out. */
export async function listEvidence(db: D1Database): Promise<Worded[]> {
  const { results } = await db
    .prepare(
      `SELECT id AS articleId, moment, said
       FROM articles
       WHERE relevant = 1 AND duplicate_of IS NULL`,
    )
    .all<SaidRow>()
  return results.flatMap(wordedIn).toSorted(inOrder)
}

function wordedIn(row: SaidRow): Worded[] {
  const kept: KeptStatement[] = JSON.parse(row.said)
  const quotes = new Map(kept.map(({ id, quote }) => [id, quote]))
  return evidenceIn(row).map((one) => ({ ...one, quote: quotes.get(one.id) ?? null }))
}
