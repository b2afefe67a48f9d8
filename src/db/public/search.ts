import { findArticles, type PublicArticle } from './articles.ts'
import type { Name } from './names.ts'
import { type PublicQuotation, quotationsByKeys } from './quotations.ts'
import { searchWords } from './words.ts'

/** What a search found, each sort latest first; people by how often they are quoted. */
export type Found = {
  articles: PublicArticle[]
  people: Name[]
  quotations: PublicQuotation[]
}

const WORDS = 6 // of a question; further ones are left out
const WINDOW = 26 // latest places with all words that are looked at

/**
 * Articles, people out of `known` and quotations that hold every word of a text, so many of each at
 * most.
 */
export async function search(
  db: D1Database,
  text: string,
  limit: number,
  known: Name[],
): Promise<Found> {
  const words = searchWords(text).slice(0, WORDS)
  if (words.length === 0) return { articles: [], people: [], quotations: [] }
  const places = await placesOf(db, words)
  const ids = (kind: Place['kind']) =>
    places.flatMap((place) => (place.kind === kind ? [place.id] : [])).slice(0, limit)
  const [articles, quotations] = await Promise.all([
    findArticles(db, ids('article')),
    quotationsByKeys(db, ids('quotation')),
  ])
  return {
    articles: articles.toReversed(),
    people: known
      .filter(({ name }) => holdsAll(name, words))
      .slice(0, limit)
      .map(({ slug, name, role, statements }) => ({ slug, name, role, statements })),
    quotations: quotations.toReversed(),
  }
}

/** A name may be given by the beginning of its words. */
function holdsAll(name: string, words: string[]): boolean {
  const own = searchWords(name)
  return words.every((word) => own.some((part) => part.startsWith(word)))
}

type Place = { kind: 'article' | 'quotation'; id: string }

/** Where all words stand, latest first. */
async function placesOf(db: D1Database, words: string[]): Promise<Place[]> {
  const { results } = await db
    .prepare(
      `SELECT kind, id
       FROM search_words
       WHERE search_words MATCH ?1
       ORDER BY rowid DESC
       LIMIT ${WINDOW}`,
    )
    // Each word in quotation marks: it is no word of the query language then.
    .bind(`words : (${words.map((word) => `"${word}"`).join(' AND ')})`)
    .all<Place>()
  return results
}
