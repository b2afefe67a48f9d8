import type { KeptStatement } from '../statements.ts'
import { type PublicStatement, slugOfFirst } from './statement.ts'

/** What an article says from one moment on: with its first text, or with a revision of it. */
export type Told = {
  moment: string
  /** When the article itself counts. */
  articleMoment: string
  articleId: string
  outlet: string
  title: string
  url: string
  published: string | null
  lang: string | null
  sourceId: string
  storyId: string
  said: string
}

/** Of `… AS told CROSS JOIN articles ON articles.id = told.article_id`: D1 reads two rows for each. */
export const TOLD = `told.moment, told.article_id AS articleId, articles.moment AS articleMoment,
  outlet, title, url, published, lang, source_id AS sourceId, story_id AS storyId, said`

/** A statement, and since when it is withdrawn. */
type ToldStatement = { statement: PublicStatement; withdrawn: string | null }

/** The statements of it, the last first: taken apart here, where D1 would count each of them. */
export function statementsTold(told: Told): ToldStatement[] {
  const said = JSON.parse(told.said) as KeptStatement[]
  return said
    .filter(({ since }) => (since ?? told.articleMoment) === told.moment)
    .map((one) => ({ statement: statementTold(told, one), withdrawn: one.withdrawn ?? null }))
    .toReversed()
}

/** Its statements of whatever moment, in their order. */
export function allStatements(article: Omit<Told, 'articleMoment'>): PublicStatement[] {
  const said = JSON.parse(article.said) as KeptStatement[]
  return said.map((one) => statementTold({ ...article, moment: one.since ?? article.moment }, one))
}

function statementTold(told: Omit<Told, 'articleMoment'>, one: KeptStatement): PublicStatement {
  const { moment, storyId, articleId, outlet, title, url, published } = told
  const { since: _, withdrawn: __, ...said } = one
  return {
    ...said,
    moment,
    storyId,
    quotation: slugOfFirst(said.quote, said.fresh),
    article: { id: articleId, outlet, title, url, published },
  }
}
