import { listArticles, type PublicArticle } from './articles.ts'
import type { Page } from './page.ts'
import { FOR_EVER, type SnapshotKind } from './snapshots.ts'

/** Articles of the usual page: D1 reads some three rows for each. */
export const USUAL_ARTICLES = 12

/** The first page of all articles, latest first, as it stands in one turn of the news. */
export function latestArticles(version: string): SnapshotKind<Page<PublicArticle>> {
  return {
    name: `articles ${version}`,
    compose: async (db) => ({
      body: await listArticles(db, { limit: USUAL_ARTICLES }),
      holdsUntil: FOR_EVER,
    }),
  }
}
