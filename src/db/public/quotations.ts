import { sameness } from '../../story/quotations.ts'
import type { VoiceRole } from '../../story/voices.ts'
import { type Cursor, type Page, type PageQuery, type Range, readPage } from './page.ts'
import { keyOfSlug, quotationSlug } from './slug.ts'

/** A quotation at its first appearance. */
export type PublicQuotation = {
  slug: string
  /** Its words, folded: equal in every outlet's hand. */
  key: string
  /** As first printed, without the marks. */
  words: string
  speaker: string | null
  role: VoiceRole
  /** Day or month on which it was said, as far as known. */
  saidOn: string | null
  givenTo: string | null
  /** When it first appeared. */
  moment: string
  storyId: string
  article: { id: string; outlet: string; title: string; url: string; published: string | null }
}

/** A quotation with each article that prints it, earliest first; the first one is the original. */
export type QuotationHistory = PublicQuotation & { appearances: Appearance[] }

export type Appearance = {
  articleId: string
  outlet: string
  title: string
  url: string
  published: string | null
  moment: string
  storyId: string
  duplicateOf: string | null
  /** As this article prints it. */
  words: string
  /** 0 to 1: how much it is the same as what was first printed. */
  sameness: number
}

export type QuotationQuery = PageQuery & {
  /** Slug of who said it. */
  person?: string | null | undefined
}

type Row = Omit<PublicQuotation, 'slug' | 'words' | 'article'> & {
  words: string | null
  articleId: string
  outlet: string
  title: string
  url: string
  published: string | null
}

const QUOTATION = `quotations.key, speaker, role, said_on AS saidOn, given_to AS givenTo,
  quotations.moment, quotations.story_id AS storyId, article_id AS articleId, outlet, title, url,
  published,
  (SELECT value ->> 'words' FROM json_each(reading, '$.quotations')
   WHERE value ->> 'key' = quotations.key) AS words`

/** Quotations by their first appearance, latest first. */
export async function listQuotations(
  db: D1Database,
  query: QuotationQuery,
): Promise<Page<PublicQuotation>> {
  return await readPage(query, true, {
    items: (range, limit) => quotationsIn(db, range, limit, query),
    windowEnd: (range) => windowEnd(db, range),
    placeOf: ({ moment, article, key }) => ({ moment, id: `${article.id}#${key}` }),
  })
}

const GROUPS = 100 // articles with something new that are looked through for one page

/** Articles with something new, latest first; a place is one in an article. */
const GROUPS_IN = `SELECT moment, article_id
  FROM said_at
  WHERE is_new = 1 AND (moment, article_id) <= (?1, substr(?2, 1, instr(?2 || '#', '#') - 1))
    AND (moment, article_id) >= (?3, substr(?4, 1, instr(?4 || '#', '#') - 1))
  ORDER BY moment DESC, article_id DESC`

async function quotationsIn(
  db: D1Database,
  { top, bottom }: Range,
  limit: number,
  { person }: QuotationQuery,
): Promise<PublicQuotation[]> {
  const { results } = await db
    .prepare(
      `SELECT ${QUOTATION}
       FROM (SELECT moment AS told_at, article_id AS told_in
             FROM (${GROUPS_IN} LIMIT ${GROUPS + 1}))
         CROSS JOIN articles ON articles.id = told_in
         CROSS JOIN json_each(reading, '$.quotations') AS printed
         CROSS JOIN quotations ON quotations.key = printed.value ->> 'key'
           AND quotations.article_id = articles.id AND quotations.moment = told_at
       WHERE (told_at, told_in || '#' || quotations.key) < (?1, ?2)
         AND (told_at, told_in || '#' || quotations.key) >= (?3, ?4)
         AND (?5 IS NULL OR speaker IN (SELECT name FROM people WHERE slug = ?5))
       GROUP BY told_at, told_in, quotations.key
       ORDER BY told_at DESC, told_in DESC, quotations.key DESC
       LIMIT ?6`,
    )
    .bind(top.moment, top.id, bottom.moment, bottom.id, person ?? null, limit)
    .all<Row>()
  return results.map(quotationOf)
}

async function windowEnd(db: D1Database, { top, bottom }: Range): Promise<Cursor | null> {
  const row = await db
    .prepare(`SELECT moment, article_id AS id FROM (${GROUPS_IN} LIMIT 1 OFFSET ${GROUPS - 1})`)
    .bind(top.moment, top.id, bottom.moment, bottom.id)
    .first<Cursor>()
  return row && { moment: row.moment, id: `${row.id}#` }
}

/** Quotations by their keys, earliest first. */
export async function quotationsByKeys(db: D1Database, keys: string[]): Promise<PublicQuotation[]> {
  const { results } = await db
    .prepare(
      `SELECT ${QUOTATION}
       FROM quotations JOIN articles ON articles.id = article_id
       WHERE quotations.key IN (SELECT value FROM json_each(?1))
       ORDER BY quotations.moment, quotations.key`,
    )
    .bind(JSON.stringify(keys))
    .all<Row>()
  return results.map(quotationOf)
}

/**
 * A quotation with every article that prints it; null where no quotation has this slug. Of two that
 * begin with the same words the earlier one is found.
 */
export async function findQuotation(
  db: D1Database,
  slug: string,
): Promise<QuotationHistory | null> {
  const { key, isOpen } = keyOfSlug(slug)
  const row = await db
    .prepare(
      `SELECT ${QUOTATION}
       FROM quotations JOIN articles ON articles.id = article_id
       WHERE quotations.key = ?1 OR (quotations.key >= ?1 || ' ' AND quotations.key < ?2)
       ORDER BY quotations.moment, quotations.key
       LIMIT 1`,
    )
    // '!' is the sign after the space: keys hold letters, digits and spaces only
    .bind(key, isOpen ? `${key}!` : key)
    .first<Row>()
  if (!row) return null
  const quotation = quotationOf(row)
  return { ...quotation, appearances: await appearancesOf(db, quotation) }
}

const APPEARANCES = 100 // articles that are looked at

type PrintedRow = Omit<Appearance, 'sameness'> & { key: string }

/** The article that had it first and those that print it again, as far as the rules say so still. */
async function appearancesOf(
  db: D1Database,
  { key, speaker, article }: PublicQuotation,
): Promise<Appearance[]> {
  const { results } = await db
    .prepare(
      `SELECT articles.id AS articleId, outlet, title, url, published, articles.moment,
              story_id AS storyId, duplicate_of AS duplicateOf, quotation.value ->> 'words' AS words,
              quotation.value ->> 'key' AS key
       FROM (
           SELECT ?1 AS found
           UNION
           SELECT article_id
           FROM (SELECT article_id FROM printed
                 WHERE quotation_key = ?2 ORDER BY moment LIMIT ${APPEARANCES})
         ) CROSS JOIN articles ON articles.id = found,
         json_each(reading, '$.quotations') AS quotation
       WHERE relevant = 1 AND quotation.value ->> '$.speaker.name' IS ?3
       ORDER BY articles.moment, articles.id`,
    )
    .bind(article.id, key, speaker)
    .all<PrintedRow>()
  const same = results.flatMap(({ key: printed, ...row }) => {
    const score = sameness(printed, key)
    return score > 0 ? [{ ...row, sameness: score }] : []
  })
  return [...Map.groupBy(same, ({ articleId }) => articleId).values()].flatMap(
    (prints) => prints.toSorted((a, b) => b.sameness - a.sameness)[0] ?? [],
  )
}

function quotationOf({ articleId, outlet, title, url, published, ...row }: Row): PublicQuotation {
  return {
    ...row,
    slug: quotationSlug(row.key),
    words: row.words ?? row.key,
    article: { id: articleId, outlet, title, url, published },
  }
}
