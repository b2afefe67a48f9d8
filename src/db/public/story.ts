import type { ArticleLink } from '../../article.ts'
import { articlesOfStory, type PublicArticle } from './articles.ts'
import type { PublicStatement } from './statement.ts'
import { findSummary, type StorySummary } from './stories.ts'
import { whyJoined } from './why.ts'

/** A story with everything that tells it. */
export type Story = StorySummary & {
  /** Earliest first. */
  members: StoryArticle[]
  /** What they say, in the order of time; with `fresh` false what was known before. */
  statements: PublicStatement[]
  /** The earliest article of the outlet that had it first; null where that was not read. */
  originalArticle: Omit<ArticleLink, 'id'> | null
}

/** An article of a story, and why it was joined in one sentence. */
export type StoryArticle = Omit<PublicArticle, 'placedAt'> & { whyJoined: string }

const MEMBERS = 50 // articles of one story that are shown, the earliest: D1 reads one row for each

/** One story; null where there is none, or nothing tells it any more. */
export async function findStory(db: D1Database, id: string): Promise<Story | null> {
  const [summary, { articles, statements }] = await Promise.all([
    findSummary(db, id),
    articlesOfStory(db, id, MEMBERS),
  ])
  if (!summary) return null
  const source = articles.find(({ outlet }) => outlet === summary.original)
  return {
    ...summary,
    members: articles.map(explained),
    statements,
    originalArticle: source
      ? { outlet: source.outlet, title: source.title, url: source.url, published: source.published }
      : null,
  }
}

/** An article as it is shown, without what only tells when its row was written. */
export function explained({ placedAt: _, ...article }: PublicArticle): StoryArticle {
  return { ...article, whyJoined: whyJoined(article.storyJoin) }
}

/** The story that an article belongs to now: where an old address of a story leads. */
export async function storyOfArticle(db: D1Database, articleId: string): Promise<string | null> {
  return await db
    .prepare('SELECT story_id FROM articles WHERE id = ?1 AND relevant = 1')
    .bind(articleId)
    .first<string>('story_id')
}
