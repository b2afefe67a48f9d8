import { textsOf } from '../rows.ts'
import { articleIdIn } from '../statements.ts'
import { type Cursor, isWithin, type Page, type PageQuery, type Range, rangeOf } from './page.ts'
import { type PublicQuotation, printedIn } from './quotations.ts'
import { personSlug, quotationSlug } from './slug.ts'

type QuotationQuery = PageQuery & {
  /** Slug of who said it. */
  person?: string | null | undefined
}

const LOOKED_AT = 14 // articles with something new, for one page: D1 reads two rows for each
const KEYS = 28 // quotations of them, and one for each

/** Quotations by their first appearance, latest first. */
export async function listQuotations(
  db: D1Database,
  query: QuotationQuery,
): Promise<Page<PublicQuotation>> {
  const range = rangeOf(query)
  const looked = await newsIn(db, range)
  const within = fewKeys(looked.slice(0, LOOKED_AT))
  const rows = await rowsByKeys(db, [...new Set(within.flatMap(keysIn))])
  const found = within
    .flatMap((news) => quotationsOf(news, rows))
    .filter((one) => isWithin(placeOf(one), range))
    .filter(({ speaker }) => !query.person || (speaker && personSlug(speaker) === query.person))
  const items = found.slice(0, query.limit)
  const [lastItem, lastLooked] = [items.at(-1), within.at(-1)]
  if (found.length > query.limit && lastItem) return { items, next: placeOf(lastItem) }
  if (looked.length === within.length || !lastLooked) return { items, next: null }
  // sorts before each quotation of the article, so that all of them are behind
  return { items, next: { moment: lastLooked.moment, id: `${lastLooked.articleId}#` } }
}

type News = PublicQuotation['article'] & {
  moment: string
  articleId: string
  quotations: string
}

/** Articles with something new, latest first. */
async function newsIn(db: D1Database, { top, bottom }: Range): Promise<News[]> {
  const { results } = await db
    .prepare(
      `SELECT told.moment, articles.id AS articleId, outlet, title, url, published,
              reading -> '$.quotations' AS quotations
       FROM (SELECT moment, article_id FROM said_at
             WHERE is_new = 1 AND (moment, article_id) <= (?1, ?2)
               AND (moment, article_id) >= (?3, ?4)
             ORDER BY moment DESC, article_id DESC
             LIMIT ${LOOKED_AT + 1}) AS told
         CROSS JOIN articles ON articles.id = told.article_id`,
    )
    .bind(top.moment, articleIdIn(top.id), bottom.moment, articleIdIn(bottom.id))
    .all<News>()
  return results
}

/** As many of them, one at least, as print no more than what may be read. */
function fewKeys(news: News[]): News[] {
  const end = news.findIndex((_, at) => news.slice(0, at + 1).flatMap(keysIn).length > KEYS)
  return end < 0 ? news : news.slice(0, Math.max(1, end))
}

function keysIn({ quotations }: News): string[] {
  return printedIn(quotations).map(({ key }) => key)
}

type Row = Omit<PublicQuotation, 'slug' | 'words' | 'article'> & { articleId: string }

async function rowsByKeys(db: D1Database, keys: string[]): Promise<Map<string, Row>> {
  if (keys.length === 0) return new Map()
  const { results } = await db
    .prepare(
      `SELECT key, speaker, role, said_on AS saidOn, given_to AS givenTo, moment,
              story_id AS storyId, article_id AS articleId
       FROM ${textsOf('?1', keys.length)} CROSS JOIN quotations ON key = column1`,
    )
    .bind(JSON.stringify(keys))
    .all<Row>()
  return new Map(results.map((row) => [row.key, row]))
}

/** Those that the article brought first at this moment, the last by its key first. */
function quotationsOf(news: News, rows: Map<string, Row>): PublicQuotation[] {
  const { articleId: id, outlet, title, url, published } = news
  const words = new Map(printedIn(news.quotations).map((one) => [one.key, one.words]))
  return [...words.keys()]
    .toSorted()
    .reverse()
    .flatMap((key) => {
      const row = rows.get(key)
      if (row?.articleId !== id || row.moment !== news.moment) return []
      const { articleId: _, ...quotation } = row
      const article = { id, outlet, title, url, published }
      return [{ ...quotation, slug: quotationSlug(key), words: words.get(key) ?? key, article }]
    })
}

function placeOf({ moment, article, key }: PublicQuotation): Cursor {
  return { moment, id: `${article.id}#${key}` }
}
