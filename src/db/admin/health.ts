/** Kinds of work that wait in the database. */
const WORK = ['looks', 'pages', 'placing', 'histories', 'requests', 'mails'] as const

/** How it goes, by a handful of rows. Times are ISO 8601 UTC; null for what there is not. */
export type Vitals = {
  lastGoodScan: string | null
  firstScan: string | null
  /** The longest overdue of the sources that are to be looked at: when it was due. */
  overdueSince: string | null
  /** When the newest article counts. */
  newestArticle: string | null
  /** Since when the oldest open work of each kind could be done. */
  oldest: Record<(typeof WORK)[number], string | null>
  lastIssue: LastIssue | null
  migrations: string[]
}

export type LastIssue = {
  id: string
  madeAt: string
  finishedAt: string | null
  /** Since when it waits for an editor; null where it does not. */
  heldAt: string | null
}

/** Reads how it goes at a moment, of these sources. Throws where there is no database to ask. */
export async function readVitals(db: D1Database, ids: string[], at: string): Promise<Vitals> {
  const [scans, article, issue, migrations, ...oldest] = await db.batch([
    scansRow(db, ids),
    newestArticle(db),
    latestIssue(db),
    db.prepare('SELECT name FROM d1_migrations ORDER BY name'),
    ...oldestWork(db, at),
  ])
  const found = scans?.results[0] as
    | Pick<Vitals, 'lastGoodScan' | 'overdueSince' | 'firstScan'>
    | undefined
  return {
    lastGoodScan: found?.lastGoodScan ?? null,
    overdueSince: found?.overdueSince ?? null,
    firstScan: found?.firstScan ?? null,
    newestArticle: sinceOf(article),
    lastIssue: (issue?.results[0] as LastIssue | undefined) ?? null,
    migrations: ((migrations?.results ?? []) as { name: string }[]).map(({ name }) => name),
    oldest: Object.fromEntries(
      WORK.map((kind, nth) => [kind, sinceOf(oldest[nth])]),
    ) as Vitals['oldest'],
  }
}

function sinceOf(result: D1Result | undefined): string | null {
  return (result?.results[0] as { since: string | null } | undefined)?.since ?? null
}

function scansRow(db: D1Database, ids: string[]): D1PreparedStatement {
  return db
    .prepare(
      `SELECT max(last_ok_at) AS lastGoodScan,
              min(iif(state IN ('gone', 'paused'), NULL, next_due_at)) AS overdueSince,
              (SELECT requested_at FROM scans ORDER BY requested_at, id LIMIT 1) AS firstScan
       FROM sources
       WHERE id IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(ids))
}

function newestArticle(db: D1Database): D1PreparedStatement {
  return db.prepare(
    `SELECT moment AS since
     FROM articles
     WHERE relevant = 1
     ORDER BY moment DESC, id DESC
     LIMIT 1`,
  )
}

function latestIssue(db: D1Database): D1PreparedStatement {
  return db.prepare(
    `SELECT id, made_at AS madeAt, finished_at AS finishedAt,
            iif(is_held, held_at, NULL) AS heldAt
     FROM issues
     ORDER BY covers_until DESC, id DESC
     LIMIT 1`,
  )
}

/** One row each, in the order of WORK; what a stopped scan has still to do does not wait. */
function oldestWork(db: D1Database, at: string): D1PreparedStatement[] {
  return [
    db.prepare(
      `SELECT min(requested_at) AS since
       FROM looks INDEXED BY looks_open CROSS JOIN scans
       WHERE scans.id = scan_id AND finished_at IS NULL`,
    ),
    db
      .prepare(
        `SELECT next_try_at AS since
         FROM pages
         WHERE read_at IS NULL AND given_up_at IS NULL AND next_try_at <= ?1
           AND EXISTS (SELECT 1 FROM scans WHERE id = scan_id AND stopped_at IS NULL)
         ORDER BY next_try_at
         LIMIT 1`,
      )
      .bind(at),
    db.prepare(
      `SELECT min(read_at) AS since
       FROM (SELECT read_at FROM articles INDEXED BY articles_to_place
             WHERE placed_at IS NULL AND relevant = 1 LIMIT 50)`,
    ),
    db
      .prepare(
        `SELECT min(next_at) AS since
         FROM backfills JOIN scans ON scans.id = scan_id
         WHERE finished_at IS NULL AND stopped_at IS NULL AND next_at <= ?1`,
      )
      .bind(at),
    db.prepare(
      'SELECT requested_at AS since FROM subscribe_requests ORDER BY requested_at LIMIT 1',
    ),
    db
      .prepare(
        `SELECT min(coalesce(next_try_at, made_at)) AS since
         FROM delivery_chunks INDEXED BY delivery_chunks_open CROSS JOIN issues
         WHERE issues.id = issue_id AND ended_at IS NULL
           AND (next_try_at IS NULL OR next_try_at <= ?1)`,
      )
      .bind(at),
  ]
}
