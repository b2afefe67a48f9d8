import { copiedFrom, type KnownArticle } from '../story/duplicates.ts'
import type { KnownQuotation } from '../story/quotations.ts'
import { type Match, matchQuotations } from '../story/repeated.ts'
import { type KnownStory, type StoryJoin, storyOf, turnKey } from '../story/stories.ts'
import type { Reading } from './reading.ts'
import { retoldBy } from './retold.ts'
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
  /**
   * Whether this is the first article to carry it. What an undated page says without a day may be
   * years old: it is never fresh.
   */
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
  /** Keys of the quotations of others that it prints again. */
  repeats: string[]
  /** The story to store where the article founds one; null where it joins. */
  founds: KnownStory | null
}

/**
 * Places a reading among what is known. `moment` is when the article counts: published, else
 * first seen (ISO 8601 UTC). Pure.
 */
export function placeArticle(reading: Reading, moment: string, known: Known): Placement {
  const revised = known.articles.filter(({ url }) => url === reading.url).at(-1) ?? null
  const copy = revised ? null : copiedFrom(reading.fingerprint, known.articles)
  const matches = matchQuotations(reading.quotations, known.quotations)
  const found = revised
    ? {
        storyId: revised.storyId,
        join: { method: 'revision', score: 1, partner: revised.id } as const,
      }
    : copy
      ? {
          storyId: copy.article.storyId,
          join: { method: 'copy', score: copy.score, partner: copy.article.id } as const,
        }
      : joined(reading, moment, matches, known.stories)
  const storyId = found?.storyId ?? reading.articleId
  const retold = retoldBy(reading.quotations, matches, moment)
  const story = known.stories.find(({ id }) => id === storyId)
  return {
    duplicateOf: copy ? (copy.article.duplicateOf ?? copy.article.id) : null,
    revises: revised?.id ?? null,
    storyId,
    join: found?.join ?? { method: 'founded', score: 1, partner: null },
    statements: reading.statements.map((statement) =>
      placed(
        statement,
        sourceOf(statement, matches, retold),
        copy !== null,
        reading.published !== null,
      ),
    ),
    original: story?.original ?? reading.original,
    freshQuotations: copy ? [] : freshOf(reading, moment, matches, storyId),
    repeats: repeatsOf(reading, matches),
    founds: found
      ? null
      : {
          id: storyId,
          moment,
          speaker: reading.speaker,
          original: reading.original,
          lookupKeys: reading.storyKeys,
        },
  }
}

/**
 * Ids of an earlier text's statements that its revision no longer makes: to be marked as withdrawn
 * at the revision's moment.
 */
export function vanished(revision: Reading, earlier: { id: string; evidence: string }[]): string[] {
  const standing = new Set(revision.statements.map(({ evidence }) => evidence))
  return earlier.filter(({ evidence }) => !standing.has(evidence)).map(({ id }) => id)
}

function joined(
  reading: Reading,
  moment: string,
  matches: Match[],
  stories: KnownStory[],
): { storyId: string; join: StoryJoin } | null {
  const { outlet, speaker, original, isSourceTold, quotations, stage } = reading
  const [isDated, turn] = [reading.published !== null, turnKey(stage)]
  const found = storyOf(
    { outlet, speaker, original, isSourceTold, moment, isDated, quotations, turn },
    matches,
    stories,
  )
  return found ? { storyId: found.story.id, join: found.join } : null
}

/** The known quotation that a statement repeats, or was said with. */
function sourceOf(
  { quoteKey, saidOn, speaker }: Statement,
  matches: Match[],
  retold: ReadonlyMap<string, KnownQuotation>,
): KnownQuotation | null {
  if (quoteKey === null) return null
  const match = matches.find(({ quotation }) => quotation.key === quoteKey)
  if (match) return match.known
  return (saidOn === null && speaker !== null && retold.get(speaker)) || null
}

function placed(
  statement: Statement,
  source: KnownQuotation | null,
  isCopy: boolean,
  isDated: boolean,
): PlacedStatement {
  return {
    ...statement,
    saidOn: source?.saidOn ?? statement.saidOn,
    givenTo: statement.givenTo ?? source?.givenTo ?? null,
    fresh: !isCopy && !source && !statement.recalled && (isDated || statement.saidOn !== null),
  }
}

/** A revision may repeat what its own article brought first: that is no repeat. */
function repeatsOf({ articleId }: Reading, matches: Match[]): string[] {
  const others = matches.filter(({ known }) => known.articleId !== articleId)
  return [...new Set(others.map(({ known }) => known.key))]
}

function freshOf(
  reading: Reading,
  moment: string,
  matches: Match[],
  storyId: string,
): KnownQuotation[] {
  const seen = new Set(matches.map(({ quotation }) => quotation))
  return reading.quotations
    .filter((quotation) => !seen.has(quotation))
    .map((quotation) => {
      const statement = reading.statements.find(({ quoteKey }) => quoteKey === quotation.key)
      return {
        key: quotation.key,
        speaker: quotation.speaker,
        articleId: reading.articleId,
        moment,
        saidOn: statement?.saidOn ?? moment.slice(0, 10),
        givenTo: statement?.givenTo ?? reading.original,
        storyId,
      }
    })
}
