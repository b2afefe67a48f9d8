import type { KnownArticle } from '../story/duplicates.ts'
import type { KnownQuotation } from '../story/quotations.ts'
import type { KnownStory, StoryJoin } from '../story/stories.ts'
import type { Reading } from './reading.ts'
import type { Statement } from './statements.ts'

/**
 * What look-ups by a reading's keys found, none of it later than the article:
 * - `articles`: by `fingerprint.textKey` or any of `fingerprint.lookupKeys`, or by equal url
 * - `quotations`: by any of the quotations' `lookupKeys`
 * - `stories`: by any of `storyKeys`, and those of the articles and quotations found
 */
export type Known = {
  articles: KnownArticle[]
  quotations: KnownQuotation[]
  stories: KnownStory[]
}

/** A statement with what its first appearance tells. */
export type PlacedStatement = Statement & {
  /** Whether this is the first article to carry it. */
  fresh: boolean
}

/** Where an article belongs among those read before it. */
export type Placement = {
  /** The article whose text this one's is; null for an original. */
  duplicateOf: string | null
  /** The earlier article at the same url that this one replaces; null if none. */
  revises: string | null
  /** The founding article's id: this one's own where it founds a story. */
  storyId: string
  join: StoryJoin
  statements: PlacedStatement[]
  /** Outlet that the news was first given to. */
  original: string | null
  /** Quotations never seen before, to be stored with this article as their first appearance. */
  freshQuotations: KnownQuotation[]
  /** The story to store where the article founds one; null where it joins. */
  founds: KnownStory | null
}

/**
 * Places a reading among what is known. `moment` is when the article counts: published, else
 * first seen (ISO 8601 UTC). Pure.
 */
export function placeArticle(reading: Reading, moment: string, known: Known): Placement {
  throw new Error(`not yet: ${reading.articleId} ${moment} ${known.articles.length}`)
}
