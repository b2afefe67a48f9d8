import { type ListedIssue, latestIssues } from '../issues.ts'
import { listArticles, type PublicArticle } from './articles.ts'
import { frontNews } from './front.ts'
import { listHistory, type StatusStep } from './history.ts'
import { listOutlets, type PublicOutlet } from './outlets.ts'
import type { Page } from './page.ts'
import { listPeople, type PublicPerson } from './people.ts'
import { FOR_EVER, keepSnapshots, type SnapshotKind } from './snapshots.ts'
import { listStories } from './stories.ts'

// Lists that are shown whole: each is put together once for each turn of the news.

/** Articles of the usual page. */
export const USUAL_ARTICLES = 12

/** People and outlets that are shown, of those most is known of. */
export const MOST_LISTED = 200

const STORIES_MAPPED = 500 // the latest
const ISSUES_KEPT = 260 // five years

/** The first page of all articles, latest first. */
export function latestArticles(version: string): SnapshotKind<Page<PublicArticle>> {
  return list(`articles ${version}`, (db) => listArticles(db, { limit: USUAL_ARTICLES }))
}

/** People by how often words of theirs were printed. */
export function everybody(version: string): SnapshotKind<PublicPerson[]> {
  return list(`people ${version}`, (db) => listPeople(db, MOST_LISTED))
}

/** Outlets by how much they wrote. */
export function everyOutlet(version: string): SnapshotKind<PublicOutlet[]> {
  return list(`outlets ${version}`, (db) => listOutlets(db, MOST_LISTED))
}

/** Every change of the status; `rules`: as a former version of the rules told it. */
export function wholeHistory(
  version: string,
  rules: number | null = null,
): SnapshotKind<StatusStep[]> {
  return list(`history ${rules ?? ''} ${version}`, (db) => listHistory(db, rules))
}

/** Issues of the digest that readers may see, latest first. */
export function everyIssue(version: string): SnapshotKind<ListedIssue[]> {
  return list(`issues ${version}`, (db) => latestIssues(db, ISSUES_KEPT))
}

/** Ids of the latest stories and when each began, for who walks the site. */
export function storiesMapped(version: string): SnapshotKind<{ id: string; moment: string }[]> {
  return list(`story ids ${version}`, async (db) => {
    const { items } = await listStories(db, { limit: STORIES_MAPPED })
    return items.map(({ id, moment }) => ({ id, moment }))
  })
}

/** Puts all that is put together at all together now, so that no reader has to. */
export async function keepLists(db: D1Database, version: string, at: string): Promise<void> {
  await keepSnapshots(
    db,
    [
      frontNews,
      latestArticles,
      everybody,
      everyOutlet,
      wholeHistory,
      everyIssue,
      storiesMapped,
    ].map((kind) => kind(version)),
    at,
  )
}

/** One that time alone does not change. */
function list<Body>(name: string, read: (db: D1Database) => Promise<Body>): SnapshotKind<Body> {
  return { name, compose: async (db) => ({ body: await read(db), holdsUntil: FOR_EVER }) }
}
