import { quoteKey } from '../../story/quotations.ts'
import type { ShownStatement } from '../status.ts'
import { quotationSlug } from './slug.ts'

/** A statement with the rule that read it, its moment and the article that carries it. */
export type PublicStatement = ShownStatement & {
  /** Name of the rule that read it. */
  rule: string
  /** Whether the article itself presents it as said some time ago. */
  recalled: boolean
  /** When its article counts: published, else first seen (ISO 8601 UTC). */
  moment: string
  storyId: string
  /** Slug of the quotation that it brought first; null for what was known or is a paraphrase. */
  quotation: string | null
}

export type StatementRow = Omit<PublicStatement, 'fresh' | 'recalled' | 'quotation' | 'article'> & {
  fresh: number
  recalled: number
  articleId: string
  outlet: string
  title: string
  url: string
  published: string | null
}

const COLUMNS: Record<keyof StatementRow, string> = {
  id: 'statements.id',
  speaker: 'speaker',
  role: 'role',
  quote: 'quote',
  evidence: 'evidence',
  givenTo: 'given_to',
  saidOn: 'said_on',
  stage: 'statements.stage',
  modality: 'modality',
  rule: 'rule',
  recalled: 'recalled',
  fresh: 'fresh',
  moment: 'statements.moment',
  articleId: 'article_id',
  outlet: 'outlet',
  title: 'title',
  url: 'url',
  published: 'published',
  storyId: 'story_id',
}

/** What is selected of `statements`, or of `new_statements AS statements`. */
export const STATEMENT = Object.entries(COLUMNS)
  .map(([name, column]) => `${column} AS ${name}`)
  .join(', ')

/** What was selected so, as the pairs of a `json_object`. */
export const STATEMENT_PAIRS = Object.keys(COLUMNS)
  .map((name) => `'${name}', ${name}`)
  .join(', ')

/** A statement from a row of these columns. */
export function statementOf(row: StatementRow): PublicStatement {
  const { articleId, outlet, title, url, published, fresh, recalled, ...statement } = row
  return {
    ...statement,
    fresh: fresh === 1,
    recalled: recalled === 1,
    quotation: slugOfFirst(statement.quote, fresh === 1),
    article: { id: articleId, outlet, title, url, published },
  }
}

/** The slug of the quotation that a statement brought first; null for what was known before. */
export function slugOfFirst(quote: string | null, isFresh: boolean): string | null {
  return isFresh && quote ? quotationSlug(quoteKey(quote)) : null
}

/** New words, not withdrawn, that named people or companies answer for, by a moment: `?1` or the like. */
export function onRecordBy(moment: string): string {
  return `fresh = 1 AND role NOT IN ('outlet', 'insider', 'other')
    AND statements.moment <= ${moment} AND (withdrawn_at IS NULL OR withdrawn_at > ${moment})`
}
