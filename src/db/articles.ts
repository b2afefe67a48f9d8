import type { Extract } from '../article.ts'
import type { Placement } from '../status/placement.ts'
import type { Reading } from '../status/reading.ts'
import { searchWords } from './public/words.ts'
import { saidColumns } from './statements.ts'

/** An article as it is kept: what the page says of itself, and what the rules read in it. */
export type StoredArticle = {
  id: string
  url: string
  sourceId: string
  outlet: string
  title: string
  published: string | null
  page: Pick<Extract, 'authors' | 'modified' | 'lang' | 'paragraphs'>
  readFrom: 'page' | 'feed'
  readAt: string
  /** When it counts: published, else first seen. */
  moment: string
  reading: Reading
}

/**
 * Whether an article is kept under this canonical url, the turn of placing that is next, and the
 * moment of the latest article.
 */
export async function isKnownArticle(
  db: D1Database,
  url: string,
): Promise<{ isKnown: boolean; turn: number; latest: string }> {
  const row = await db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM articles WHERE url = ?1) AS known, turn,
              (SELECT max(moment) FROM articles WHERE relevant = 1) AS latest
       FROM placing`,
    )
    .bind(url)
    .first<{ known: number; turn: number; latest: string | null }>()
  return { isKnown: row?.known === 1, turn: row?.turn ?? 0, latest: row?.latest ?? '' }
}

/** Keeps an article with its place, null for one that has none; fails where its url is known. */
export function addArticle(
  db: D1Database,
  article: StoredArticle,
  placement: Placement | null,
): D1PreparedStatement {
  const { page, reading } = article
  const { said, marks, repeats } = saidColumns(placement, article.moment)
  return db
    .prepare(
      `INSERT INTO articles (id, url, source_id, outlet, title, authors, published, modified, lang,
         text, read_from, read_at, moment, reading, rules_version, relevant, why, stage,
         headline_stage, overclaims, text_key, words, duplicate_of, story_join, original, placed_at,
         said, said_marks, repeats, story_id, story_by_rules)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
         ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
         ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?28, ?29, ?30,
         COALESCE(shown, ?27), iif(shown IS NULL, NULL, ?27)
       FROM (SELECT (SELECT target.story_id
                     FROM stories JOIN articles AS target ON target.id = stories.shown_in
                     WHERE stories.id = ?27
                       AND COALESCE(target.story_by_rules, target.story_id) <> ?27) AS shown)`,
    )
    .bind(
      article.id,
      article.url,
      article.sourceId,
      article.outlet,
      article.title,
      JSON.stringify(page.authors),
      article.published,
      page.modified,
      page.lang,
      page.paragraphs.join('\n\n'),
      article.readFrom,
      article.readAt,
      article.moment,
      JSON.stringify(reading),
      reading.rulesVersion,
      Number(reading.relevant),
      reading.why,
      reading.stage,
      reading.headlineStage,
      Number(reading.overclaims),
      reading.fingerprint.textKey,
      searchWords(`${article.title} ${article.outlet}`).join(' '),
      placement?.duplicateOf ?? null,
      placement && JSON.stringify(placement.join),
      placement?.original ?? null,
      placement && article.readAt,
      placement?.storyId ?? null,
      said,
      marks,
      repeats,
    )
}
