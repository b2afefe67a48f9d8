import type { Article } from '../article.ts'
import type { Stage } from '../stage.ts'
import type { Fingerprint } from '../story/duplicates.ts'
import type { Quotation } from '../story/quotations.ts'
import type { Topic } from '../topic.ts'
import type { Statement } from './statements.ts'

/** Raised whenever the same article could be read differently than before. */
export const RULES_VERSION = 1

/** What one article says, read alone: no other article has been looked at. */
export type Reading = {
  articleId: string
  rulesVersion: number
  url: string
  outlet: string
  /** ISO 8601 UTC; null where the page bears no date. */
  published: string | null
  relevant: boolean
  /** Why it is taken or left, in a few words. */
  why: string
  fingerprint: Fingerprint
  quotations: Quotation[]
  statements: Statement[]
  stage: Stage | null
  headlineStage: Stage | null
  overclaims: boolean
  /** Name of who chiefly speaks; null for insiders and the outlet itself. */
  speaker: string | null
  /** Outlet that the news was first given to, as far as this article tells; else its own. */
  original: string | null
  /** Keys of stories that it may belong to: look up those of the last 10 days before it. */
  storyKeys: string[]
}

/** Reads one article. Pure: the same topic, article and rules' version give the same reading. */
export function readArticle(topic: Topic, article: Article): Reading {
  throw new Error(`not yet: ${topic.id} ${article.id}`)
}
