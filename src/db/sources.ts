/** How a source is: what an operator sees first. */
export type SourceHealth =
  /** It answers, and shows items. */
  | 'ok'
  /** It asked us to wait, or cannot be had just now. */
  | 'slow'
  /** It answers, but not with what it should: nothing, a page, a captcha, another source. */
  | 'suspect'
  /** We are not let in: by the server, by robots.txt, by the publisher's word. */
  | 'blocked'
  /** 410: it ended, and is not asked again until an operator resumes it. */
  | 'gone'
  /** An operator wants it left alone. */
  | 'paused'

/** The state of a configured source. */
export type SourceState = {
  id: string
  state: SourceHealth
  nextDueAt: string
  /** Nobody, an admin neither, looks before this. */
  notBefore: string | null
  lastScanAt: string | null
  lastOkAt: string | null
  lastChangeAt: string | null
  failures: number
  /** The server's own words, or ours. */
  lastError: string | null
  /** Seconds between two changes, as learnt. */
  rhythm: number | null
  /** Seconds; longer after the publisher asked us to slow down. */
  leastGap: number
  hints: Hints
  /** How many items it showed last, and a digest of them. */
  items: number | null
  shown: string | null
  /** Where it moved for good, and how often it was found there. */
  movedTo: string | null
  movedSeen: number
}

/** What a source says of itself, beside its items. */
export type Hints = {
  /** How long it asks to be left alone: RSS `ttl`, or `sy:updatePeriod`. */
  ttlSeconds?: number
  /** Hours of the day in UTC, 0 to 23, and English names of days in which RSS asks not to be read. */
  skipHours?: number[]
  skipDays?: string[]
  /** Further addresses to look at: the newest children of a sitemap index, a next page. */
  more?: string[]
}

type Row = Omit<SourceState, 'hints'> & { hints: string }

const COLUMNS = `id, state, next_due_at AS nextDueAt, not_before AS notBefore,
  last_scan_at AS lastScanAt, last_ok_at AS lastOkAt, last_change_at AS lastChangeAt, failures,
  last_error AS lastError, rhythm, least_gap AS leastGap, hints, items, shown,
  moved_to AS movedTo, moved_seen AS movedSeen`

/**
 * Gives every configured source a row, due at once; known ones stay as they are, unless they were
 * given another address: then all begins anew.
 */
export function addSources(
  db: D1Database,
  sources: { id: string; url: string }[],
  at: string,
): D1PreparedStatement {
  const rows = sources.map(({ id, url }) => ({ id, url }))
  return db
    .prepare(
      `INSERT INTO sources (id, url, next_due_at)
       SELECT value ->> 'id', value ->> 'url', ?2 FROM json_each(?1) WHERE true
       ON CONFLICT (id) DO UPDATE
       SET url = excluded.url, state = 'ok', next_due_at = ?2, not_before = NULL, failures = 0,
           last_error = NULL, rhythm = NULL, least_gap = 0, hints = '{}', items = NULL,
           shown = NULL, moved_to = NULL, moved_seen = 0
       WHERE sources.url <> excluded.url`,
    )
    .bind(JSON.stringify(rows), at)
}

/** Ids of configured sources whose next look is due. */
export async function dueSources(db: D1Database, ids: string[], at: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id
       FROM sources
       WHERE next_due_at <= ?2 AND state NOT IN ('gone', 'paused')
         AND id IN (SELECT value FROM json_each(?1))
       ORDER BY next_due_at`,
    )
    .bind(JSON.stringify(ids), at)
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** State of one source, or null where it has none yet. */
export async function findSource(db: D1Database, id: string): Promise<SourceState | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM sources WHERE id = ?1`).bind(id).first<Row>()
  return row && stateOf(row)
}

/** States of all sources that were ever configured. */
export async function listSources(db: D1Database): Promise<SourceState[]> {
  const { results } = await db.prepare(`SELECT ${COLUMNS} FROM sources ORDER BY id`).all<Row>()
  return results.map(stateOf)
}

function stateOf({ hints, ...row }: Row): SourceState {
  return { ...row, hints: JSON.parse(hints) }
}

/** Writes the state of a source after a look at it; one that an operator paused meanwhile stays so. */
export function saveSource(db: D1Database, state: SourceState): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sources
       SET state = iif(state = 'paused', state, ?1 ->> 'state'), next_due_at = ?1 ->> 'nextDueAt',
           not_before = ?1 ->> 'notBefore', last_scan_at = ?1 ->> 'lastScanAt',
           last_ok_at = ?1 ->> 'lastOkAt', last_change_at = ?1 ->> 'lastChangeAt',
           failures = ?1 ->> 'failures', last_error = ?1 ->> 'lastError', rhythm = ?1 ->> 'rhythm',
           least_gap = ?1 ->> 'leastGap', hints = ?1 -> 'hints', items = ?1 ->> 'items',
           shown = ?1 ->> 'shown', moved_to = ?1 ->> 'movedTo', moved_seen = ?1 ->> 'movedSeen'
       WHERE id = ?1 ->> 'id'`,
    )
    .bind(JSON.stringify(state))
}

/** Leaves a source alone until it is resumed. */
export function pauseSource(db: D1Database, id: string, words: string): D1PreparedStatement {
  return db
    .prepare(`UPDATE sources SET state = 'paused', last_error = ?2 WHERE id = ?1`)
    .bind(id, words)
}

/** Takes a source up again that is gone or paused; politeness towards its host stays. */
export function resumeSource(db: D1Database, id: string, at: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sources
       SET state = 'ok', next_due_at = ?2, failures = 0, last_error = NULL, least_gap = 0
       WHERE id = ?1 AND state IN ('gone', 'paused')`,
    )
    .bind(id, at)
}
