import type { Stage } from '../../stage.ts'
import type { Corrected } from '../../status/corrections.ts'
import type { Reading } from '../../status/reading.ts'
import { type KeptArticle, keptByIds } from './articles.ts'

/** An article with all that is known of how it was read and placed. */
export type WholeArticle = KeptArticle & {
  sourceId: string
  authors: string[]
  published: string | null
  modified: string | null
  lang: string | null
  readFrom: 'page' | 'feed'
  readAt: string
  revisedAt: string | null
  placedAt: string | null
  original: string | null
  /** The stage that the headline claims. */
  headlineStage: Stage | null
  goneWhy: string | null
  /** The copy that stands for it while it is gone. */
  heirId: string | null
  rulesVersion: number
  /** 0: new rules cannot read it again. */
  isTextKept: 0 | 1
  /** As the rules read it, and what stands of its corrections. */
  reading: Reading
  corrected: Corrected
  /** Ids of its statements that stand, with whether they were new. */
  fresh: Record<string, boolean>
}

type Row = Omit<WholeArticle, keyof KeptArticle | 'authors' | 'reading' | 'corrected' | 'fresh'> & {
  authors: string
  reading: string
  corrected: string | null
  fresh: string
}

/** One article, on the topic or not; null where there is none. */
export async function findWhole(db: D1Database, id: string): Promise<WholeArticle | null> {
  const [[kept], row] = await Promise.all([
    keptByIds(db, [id]),
    db
      .prepare(
        `SELECT source_id AS sourceId, authors, published, modified, lang, read_from AS readFrom,
                read_at AS readAt, revised_at AS revisedAt, placed_at AS placedAt, original,
                headline_stage AS headlineStage,
                gone_why AS goneWhy, heir_id AS heirId, rules_version AS rulesVersion, reading,
                corrected, text <> '' AS isTextKept,
                (SELECT json_group_object(id, json(iif(fresh, 'true', 'false')))
                 FROM statements
                 WHERE article_id = articles.id) AS fresh
         FROM articles
         WHERE id = ?1`,
      )
      .bind(id)
      .first<Row>(),
  ])
  if (!kept || !row) return null
  return {
    ...kept,
    ...row,
    authors: JSON.parse(row.authors) as string[],
    reading: JSON.parse(row.reading) as Reading,
    corrected: JSON.parse(row.corrected ?? '{}') as Corrected,
    fresh: JSON.parse(row.fresh) as Record<string, boolean>,
  }
}
