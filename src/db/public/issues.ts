import type { ListedIssue } from '../issues.ts'
import { type Page, type PageQuery, type Range, readPage } from './page.ts'

/** Issues of the digest, latest first. */
export async function listIssues(db: D1Database, query: PageQuery): Promise<Page<ListedIssue>> {
  return await readPage(query, {
    items: (range, limit) => issuesIn(db, range, limit),
    windowEnd: null,
    placeOf: ({ coversUntil, id }) => ({ moment: coversUntil, id }),
  })
}

async function issuesIn(
  db: D1Database,
  { top, bottom }: Range,
  limit: number,
): Promise<ListedIssue[]> {
  const { results } = await db
    .prepare(
      `SELECT id, kind, subject, covers_until AS coversUntil
       FROM issues
       WHERE (covers_until, id) < (?1, ?2) AND (covers_until, id) >= (?3, ?4) AND is_held = 0
       ORDER BY covers_until DESC, id DESC
       LIMIT ?5`,
    )
    .bind(top.moment, top.id, bottom.moment, bottom.id, limit)
    .all<ListedIssue>()
  return results
}
