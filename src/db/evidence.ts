import type { Evidence } from '../status/evidence.ts'

/** What `isCounting` of src/status/evidence.ts says, as the indexes have it. */
export const COUNTING = `fresh = 1 AND stage IS NOT NULL
  AND modality NOT IN ('question', 'conditional')`

/** Of `statements`. */
export const EVIDENCE = `id, article_id AS articleId, moment, withdrawn_at AS withdrawn, speaker,
  role, stage, modality, rule, said_on AS saidOn, recalled, fresh`

export type EvidenceRow = Omit<Evidence, 'recalled' | 'fresh'> & { recalled: number; fresh: number }

export function evidenceOf(row: EvidenceRow): Evidence {
  return { ...row, recalled: row.recalled === 1, fresh: row.fresh === 1 }
}

/** Every statement of articles on the topic, copies left out: to compare, not to ask for often. */
export async function listEvidence(db: D1Database): Promise<Evidence[]> {
  const { results } = await db
    .prepare(
      `SELECT ${EVIDENCE}
       FROM statements
       WHERE article_id IN (SELECT id FROM articles WHERE relevant = 1 AND duplicate_of IS NULL)
       ORDER BY moment, id`,
    )
    .all<EvidenceRow>()
  return results.map(evidenceOf)
}
