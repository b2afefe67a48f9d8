import { type Backfill, findBackfill } from '../backfills.ts'
import type { Look } from '../scans.ts'

const MOST_TROUBLES = 50

/** What a scan has of one source: its look, where it asked for one, and what became of its pages. */
export type SourceProgress = Omit<Look, 'scanId'> & {
  /** What the scan wanted of it: a look, its history, or a page that an admin named. */
  wanted: 'look' | 'history' | 'page'
  /** Pages that are new, by what became of them so far. */
  found: number
  read: number
  duplicates: number
  givenUp: number
  /** The next try of those that are still to be read; null where none is. */
  nextTryAt: string | null
}

/** A page that could not be read as it should, or not yet, in the server's words or ours. */
export type PageTrouble = {
  url: string
  note: string
  /** Until when it waits; null where it was given up, or only the feed's text is known. */
  until: string | null
  givenUp: 0 | 1
}

export type ScanProgress = {
  id: string
  requestedBy: 'cron' | 'admin'
  requestedAt: string
  stoppedAt: string | null
  stoppedBy: string | null
  looks: SourceProgress[]
  pages: { found: number; read: number; givenUp: number; duplicates: number }
  history: Backfill | null
  troubles: PageTrouble[]
  /** Articles that wait to be placed among the others, of whatever scan. */
  unplaced: number
}

type Scan = Pick<ScanProgress, 'id' | 'requestedBy' | 'requestedAt' | 'stoppedAt' | 'stoppedBy'>

/** A scan with its looks and what became of the pages it found, or null where there is none. */
export async function scanProgress(db: D1Database, id: string): Promise<ScanProgress | null> {
  const [[scans, looks, troubles, unplaced], history] = await Promise.all([
    db.batch([scanRow(db, id), looksOf(db, id), troublesOf(db, id), unplacedCount(db)]),
    findBackfill(db, id),
  ])
  const scan = (scans?.results as Scan[] | undefined)?.[0]
  if (!scan) return null
  const sources = (looks?.results ?? []) as SourceProgress[]
  return {
    ...scan,
    looks: sources,
    pages: sumOf(sources),
    history,
    troubles: (troubles?.results ?? []) as PageTrouble[],
    unplaced: (unplaced?.results as { count: number }[] | undefined)?.[0]?.count ?? 0,
  }
}

function scanRow(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, requested_by AS requestedBy, requested_at AS requestedAt,
              stopped_at AS stoppedAt, stopped_by AS stoppedBy
       FROM scans
       WHERE id = ?1`,
    )
    .bind(id)
}

function looksOf(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT wanted.source_id AS sourceId, started_at AS startedAt, finished_at AS finishedAt,
              outcome, detail, items, looks.relevant, min(wanted.what) AS wanted,
              coalesce(pages_of.found, 0) AS found, coalesce(pages_of.read, 0) AS read,
              coalesce(pages_of.given_up, 0) AS givenUp,
              coalesce(pages_of.duplicates, 0) AS duplicates, pages_of.next_try_at AS nextTryAt
       FROM (SELECT source_id, 'look' AS what FROM looks WHERE scan_id = ?1
             UNION ALL SELECT source_id, 'history' FROM backfills WHERE scan_id = ?1
             UNION SELECT source_id, 'page' FROM pages WHERE scan_id = ?1
               AND NOT EXISTS (SELECT 1 FROM looks WHERE scan_id = ?1)
               AND NOT EXISTS (SELECT 1 FROM backfills WHERE scan_id = ?1)) AS wanted
       LEFT JOIN looks ON looks.scan_id = ?1 AND looks.source_id = wanted.source_id
       LEFT JOIN (SELECT pages.source_id, count(*) AS found, count(pages.read_at) AS read,
                         count(given_up_at) AS given_up, count(duplicate_of) AS duplicates,
                         min(iif(pages.read_at IS NULL AND given_up_at IS NULL, next_try_at, NULL))
                           AS next_try_at
                  FROM pages LEFT JOIN articles ON articles.id = article_id
                  WHERE scan_id = ?1
                  GROUP BY pages.source_id) AS pages_of
         ON pages_of.source_id = wanted.source_id
       GROUP BY wanted.source_id
       ORDER BY wanted.source_id`,
    )
    .bind(id)
}

function troublesOf(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT url, note, iif(read_at IS NULL AND given_up_at IS NULL, next_try_at, NULL) AS until,
              given_up_at IS NOT NULL AS givenUp
       FROM pages
       WHERE scan_id = ?1 AND note IS NOT NULL
       ORDER BY url
       LIMIT ?2`,
    )
    .bind(id, MOST_TROUBLES)
}

function unplacedCount(db: D1Database): D1PreparedStatement {
  return db.prepare(
    `SELECT count(*) AS count
     FROM articles INDEXED BY articles_to_place
     WHERE placed_at IS NULL AND relevant = 1`,
  )
}

function sumOf(sources: SourceProgress[]): ScanProgress['pages'] {
  const sum = { found: 0, read: 0, givenUp: 0, duplicates: 0 }
  for (const { found, read, givenUp, duplicates } of sources) {
    sum.found += found
    sum.read += read
    sum.givenUp += givenUp
    sum.duplicates += duplicates
  }
  return sum
}

/** A scan among others: how many of its looks and pages are open. */
export type ListedScan = Scan & { sources: number; openLooks: number; found: number; open: number }

/** The latest scans. */
export async function listScans(db: D1Database, limit: number): Promise<ListedScan[]> {
  const { results } = await db
    .prepare(
      `SELECT id, requested_by AS requestedBy, requested_at AS requestedAt,
              stopped_at AS stoppedAt, stopped_by AS stoppedBy,
              (SELECT count(*) FROM looks WHERE scan_id = scans.id) AS sources,
              (SELECT count(*) FROM looks WHERE scan_id = scans.id AND finished_at IS NULL)
                AS openLooks,
              (SELECT count(*) FROM pages WHERE scan_id = scans.id) AS found,
              (SELECT count(*) FROM pages
               WHERE scan_id = scans.id AND read_at IS NULL AND given_up_at IS NULL) AS open
       FROM scans
       ORDER BY requested_at DESC, id DESC
       LIMIT ?1`,
    )
    .bind(limit)
    .all<ListedScan>()
  return results
}
