import { rowsOf } from './database.ts'
import type { Finding } from './invariants.ts'
import { beyond, type Outcome, outcomeOf } from './outcome.ts'
import type { World } from './world.ts'

/** Counts that are kept beside what they count. */
const COUNTS = `
  SELECT 'articles' AS what, (SELECT articles FROM totals) AS kept,
         (SELECT count(*) FROM articles WHERE relevant = 1) AS counted
  UNION ALL
  SELECT 'duplicates', (SELECT duplicates FROM totals),
         (SELECT count(*) FROM articles WHERE relevant = 1 AND duplicate_of IS NOT NULL)
  UNION ALL
  SELECT 'stories', (SELECT stories FROM totals), (SELECT count(*) FROM stories WHERE articles > 0)
  UNION ALL
  SELECT 'articles of ' || id, articles,
         (SELECT count(*) FROM articles WHERE story_id = stories.id)
  FROM stories
  UNION ALL
  SELECT 'statements of ' || name, statements,
         (SELECT count(*) FROM statements WHERE speaker = name)
  FROM people`

/** Nothing lost, nothing twice: the same in the end as if nothing had been in the way. */
export function newsFindings(world: World, undisturbed: Outcome): Finding[] {
  const outcome = outcomeOf(world)
  return [
    unreadPages(world),
    ...Object.entries(undisturbed).flatMap(([kind, lines]) =>
      compared(kind, outcome[kind] ?? [], lines),
    ),
    keptCounts(world),
  ]
}

/** Whatever a publisher shows is read in the end. */
function unreadPages(world: World): Finding {
  const pages = rowsOf(world, 'SELECT url, note FROM pages WHERE read_at IS NULL')
  return {
    promise: 'pages: all read that publishers show',
    cases: world.newsroom.articleCount,
    breaches: pages.map(({ url, note }) => `${url}: ${note}`),
  }
}

/** What differs in anything is both lost and too many. */
function compared(kind: string, lines: string[], undisturbed: string[]): Finding[] {
  const cases = undisturbed.length
  return [
    { promise: `${kind}: none lost`, cases, breaches: beyond(undisturbed, lines) },
    { promise: `${kind}: none twice, none other`, cases, breaches: beyond(lines, undisturbed) },
  ]
}

function keptCounts(world: World): Finding {
  const rows = rowsOf(world, COUNTS)
  const wrong = rows.filter(({ kept, counted }) => kept !== counted)
  return {
    promise: 'counts: as counted',
    cases: rows.length,
    breaches: wrong.map(({ what, kept, counted }) => `${what}: ${kept} kept, ${counted} there`),
  }
}
