import type { Reading } from '../status/reading.ts'
import type { Diff } from '../status/revision.ts'
import type { StoredArticle } from './articles.ts'
import { searchWords } from './public/words.ts'

/** The text of a kept article as it was last read. */
export type KeptText = Pick<
  StoredArticle,
  'outlet' | 'published' | 'readFrom' | 'title' | 'url'
> & {
  id: string
  lang: string | null
  paragraphs: string[]
  /** When this text was read. */
  readAt: string
  goneAt: string | null
}

/** A later text of an article: when it counts, and what it changed. */
export type Revision = Diff & {
  number: number
  moment: string
  readAt: string
  /** The title before, where another took its place. */
  title: string | null
}

type TextRow = Omit<KeptText, 'paragraphs'> & { text: string }

/** The latest text of an article by its canonical url; null where none is kept. */
export async function findText(db: D1Database, url: string): Promise<KeptText | null> {
  const row = await db
    .prepare(
      `SELECT id, url, outlet, title, published, lang, text, read_from AS readFrom,
              COALESCE(revised_at, read_at) AS readAt, gone_at AS goneAt
       FROM articles
       WHERE url = ?1`,
    )
    .bind(url)
    .first<TextRow>()
  if (!row) return null
  const { text, ...article } = row
  return { ...article, paragraphs: text === '' ? [] : text.split('\n\n') }
}

/** The later texts of an article, in order of time. */
export async function listRevisions(db: D1Database, articleId: string): Promise<Revision[]> {
  const { results } = await db
    .prepare(
      `SELECT number, moment, read_at AS readAt, title, removed, added
       FROM revisions
       WHERE article_id = ?1
       ORDER BY number`,
    )
    .bind(articleId)
    .all<Omit<Revision, 'removed' | 'added'> & { removed: string; added: string }>()
  return results.map(({ removed, added, ...revision }) => ({
    ...revision,
    removed: JSON.parse(removed) as string[],
    added: JSON.parse(added) as string[],
  }))
}

/** Keeps what a later text changed; its number is given by the order of coming. */
export function addRevision(
  db: D1Database,
  articleId: string,
  revision: Omit<Revision, 'number'>,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO revisions (article_id, number, moment, read_at, title, removed, added)
       SELECT ?1, 1 + COALESCE(max(number), 0), ?2, ?3, ?4, ?5, ?6
       FROM revisions
       WHERE article_id = ?1`,
    )
    .bind(
      articleId,
      revision.moment,
      revision.readAt,
      revision.title,
      JSON.stringify(revision.removed),
      JSON.stringify(revision.added),
    )
}

/** Puts a later text in the place of the one before; what it means for its place comes after. */
export function replaceText(db: D1Database, article: StoredArticle): D1PreparedStatement {
  const { page } = article
  return db
    .prepare(
      `UPDATE articles
       SET title = ?2, authors = ?3, modified = ?4, lang = ?5, text = ?6, read_from = ?7,
           revised_at = ?8, words = ?9
       WHERE id = ?1`,
    )
    .bind(
      article.id,
      article.title,
      JSON.stringify(page.authors),
      page.modified,
      page.lang,
      page.paragraphs.join('\n\n'),
      article.readFrom,
      article.readAt,
      searchWords(`${article.title} ${article.outlet}`).join(' '),
    )
}

/** Keeps what the rules of today read in an article, by which it is found. */
export function replaceReading(db: D1Database, reading: Reading): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE articles
       SET reading = ?2, rules_version = ?3, headline_stage = ?4, text_key = ?5
       WHERE id = ?1`,
    )
    .bind(
      reading.articleId,
      JSON.stringify(reading),
      reading.rulesVersion,
      reading.headlineStage,
      reading.fingerprint.textKey,
    )
}
