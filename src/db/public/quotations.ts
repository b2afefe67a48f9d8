import type { ArticleLink } from '../../article.ts'
import { sameness } from '../../story/quotations.ts'
import type { VoiceRole } from '../../story/voices.ts'
import { inTime } from '../in-time.ts'
import { textsOf } from '../rows.ts'
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
  article: ArticleLink
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

type Row = Omit<PublicQuotation, 'slug' | 'words' | 'article'> & {
  /** All that its article prints, taken apart here: D1 would count each of them. */
  quotations: string
  articleId: string
  outlet: string
  title: string
  url: string
  published: string | null
}

const QUOTATION = `quotations.key, speaker, role, said_on AS saidOn, given_to AS givenTo,
  quotations.moment, quotations.story_id AS storyId, article_id AS articleId, outlet, title, url,
  published, reading -> '$.quotations' AS quotations`

/** Quotations by their keys, earliest first. */
export async function quotationsByKeys(db: D1Database, keys: string[]): Promise<PublicQuotation[]> {
  if (keys.length === 0) return []
  const { results } = await db
    .prepare(
      `SELECT ${QUOTATION}
       FROM ${textsOf('?1', keys.length)} CROSS JOIN quotations ON quotations.key = column1
         CROSS JOIN articles ON articles.id = article_id`,
    )
    .bind(JSON.stringify(keys))
    .all<Row>()
  const placeOf = ({ moment, key }: PublicQuotation) => ({ moment, id: key })
  return results.map(quotationOf).toSorted((one, other) => inTime(placeOf(one), placeOf(other)))
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

/** Articles that are looked at, the one that had it first among them: D1 reads two rows for each. */
export const MOST_APPEARANCES = 27

type PrintedRow = Omit<Appearance, 'sameness' | 'words'> & { quotations: string }

/** The article that had it first and those that print it again, as far as the rules say so still. */
async function appearancesOf(
  db: D1Database,
  { key, speaker, article }: PublicQuotation,
): Promise<Appearance[]> {
  const { results } = await db
    .prepare(
      `SELECT articles.id AS articleId, outlet, title, url, published, articles.moment,
              story_id AS storyId, duplicate_of AS duplicateOf,
              reading -> '$.quotations' AS quotations
       FROM (
           SELECT ?1 AS found
           UNION ALL
           SELECT article_id
           FROM (SELECT article_id FROM printed
                 WHERE quotation_key = ?2 ORDER BY moment LIMIT ${MOST_APPEARANCES - 1})
           WHERE article_id <> ?1
         ) CROSS JOIN articles ON articles.id = found
       WHERE relevant = 1`,
    )
    .bind(article.id, key)
    .all<PrintedRow>()
  const same = results.flatMap(({ quotations, ...row }) =>
    printedIn(quotations).flatMap((one) => {
      const score = one.speaker?.name === (speaker ?? undefined) ? sameness(one.key, key) : 0
      return score > 0 ? [{ ...row, words: one.words, sameness: score }] : []
    }),
  )
  const best = [...Map.groupBy(same, ({ articleId }) => articleId).values()].flatMap(
    (prints) => prints.toSorted((a, b) => b.sameness - a.sameness)[0] ?? [],
  )
  const placeOf = ({ moment, articleId }: Appearance) => ({ moment, id: articleId })
  return best.toSorted((one, other) => inTime(placeOf(one), placeOf(other)))
}

/** What an article prints between quotation marks, as its reading has it. */
type PrintedWords = { words: string; key: string; speaker: { name: string } | null }

/** The same from its JSON. */
export function printedIn(quotations: string): PrintedWords[] {
  return JSON.parse(quotations) as PrintedWords[]
}

function quotationOf(row: Row): PublicQuotation {
  const { articleId, outlet, title, url, published, quotations, ...quotation } = row
  const printed = printedIn(quotations).find(({ key }) => key === row.key)
  return {
    ...quotation,
    slug: quotationSlug(row.key),
    words: printed?.words ?? row.key,
    article: { id: articleId, outlet, title, url, published },
  }
}
