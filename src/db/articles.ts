import type { Extract } from '../article.ts'
import type { Reading } from '../status/reading.ts'
import { searchWords } from './public/words.ts'

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

/** Whether an article is kept under this canonical url. */
export async function isKnownArticle(db: D1Database, url: string): Promise<boolean> {
  return (await db.prepare('SELECT 1 FROM articles WHERE url = ?1').bind(url).first()) !== null
}

/** Keeps an article once; its place among the others is written by src/db/places.ts. */
export function addArticle(db: D1Database, article: StoredArticle): D1PreparedStatement {
  const { page, reading } = article
  return db
    .prepare(
      `INSERT INTO articles (id, url, source_id, outlet, title, authors, published, modified, lang,
         text, read_from, read_at, moment, reading, rules_version, relevant, why, stage,
         headline_stage, overclaims, text_key, words)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
         ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
         ?19, ?20, ?21, ?22)
       ON CONFLICT (url) DO NOTHING`,
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
    )
}
