import type { IssueNews } from '../issue.ts'

/** `weekly` in its hour; `status` at once, because the status changed. */
export type IssueKind = 'weekly' | 'status'

/** One digest as it was made. Bodies bear marks for what differs between recipients. */
export type Issue = {
  /** ISO week, `2026-W47`, or the day of a change, `2026-11-21-status`. */
  id: string
  kind: IssueKind
  /** Whether those get it who asked for weeks with news only. */
  hasNews: boolean
  /** The period that it tells of, ISO 8601 UTC: after `coversFrom`, up to `coversUntil`. */
  coversFrom: string
  coversUntil: string
  madeAt: string
  subject: string
  html: string
  text: string
  news: IssueNews
  /** SHA-256 in hex of subject, HTML and text. */
  contentHash: string
  /** Null until sending begins. */
  envelope: Envelope | null
}

/** Who sends an issue: frozen when sending begins, so that a retry sends the same bytes. */
export type Envelope = { from: string; replyTo: string; siteUrl: string; postalAddress: string }

/** An issue as the archive lists it. */
export type ListedIssue = Pick<Issue, 'id' | 'kind' | 'subject' | 'coversUntil'>

type IssueRow = Omit<Issue, 'hasNews' | 'news' | 'envelope'> & {
  hasNews: number
  news: string
  envelope: string | null
}

const ISSUE = `id, kind, has_news AS hasNews, covers_from AS coversFrom,
  covers_until AS coversUntil, made_at AS madeAt, subject, html, text, news,
  content_hash AS contentHash, envelope`

/**
 * Keeps an issue unless its week has one; whether this one was kept. Where issues are to be approved,
 * it waits: until then no reader sees it, and what comes after does not count it as told.
 */
export async function freezeIssue(
  db: D1Database,
  issue: Omit<Issue, 'envelope'>,
): Promise<boolean> {
  return (await freezing(db, issue).first()) !== null
}

/** The statement that keeps an issue; gives a row back where it was kept. */
export function freezing(db: D1Database, issue: Omit<Issue, 'envelope'>): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO issues
         (id, covers_from, covers_until, made_at, subject, html, text, news, content_hash, kind,
          has_news, held_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
               (SELECT iif(approval_since IS NULL, NULL, ?4) FROM mail_account WHERE id = 1))
       ON CONFLICT (id) DO NOTHING
       RETURNING id`,
    )
    .bind(
      issue.id,
      issue.coversFrom,
      issue.coversUntil,
      issue.madeAt,
      issue.subject,
      issue.html,
      issue.text,
      JSON.stringify(issue.news),
      issue.contentHash,
      issue.kind,
      Number(issue.hasNews),
    )
}

/** An issue that readers may see, or null; `withHeld`: also one that waits for an editor. */
export async function findIssue(
  db: D1Database,
  id: string,
  { withHeld = false } = {},
): Promise<Issue | null> {
  const row = await db
    .prepare(`SELECT ${ISSUE} FROM issues WHERE id = ?1 AND (is_held = 0 OR ?2)`)
    .bind(id, Number(withHeld))
    .first<IssueRow>()
  if (!row) return null
  return {
    ...row,
    hasNews: row.hasNews === 1,
    news: JSON.parse(row.news),
    envelope: row.envelope && JSON.parse(row.envelope),
  }
}

/** Whether there is an issue of this id. */
export async function isMade(db: D1Database, id: string): Promise<boolean> {
  return (await db.prepare('SELECT 1 FROM issues WHERE id = ?1').bind(id).first()) !== null
}

/** What the latest issue of a kind before a moment told of the status; null where there is none. */
export async function issueBefore(
  db: D1Database,
  before: string,
  kind: IssueKind,
): Promise<IssueNews['previous']> {
  return await db
    .prepare(
      `SELECT covers_until AS until, news ->> '$.status.stage' AS stage
       FROM issues
       WHERE covers_until < ?1 AND kind = ?2 AND is_held = 0
       ORDER BY covers_until DESC
       LIMIT 1`,
    )
    .bind(before, kind)
    .first<NonNullable<IssueNews['previous']>>()
}

/** What the first issue of all told of the status; null where there is none. */
export async function firstIssue(db: D1Database): Promise<IssueNews['previous']> {
  return await db
    .prepare(
      `SELECT covers_until AS until, news ->> '$.status.stage' AS stage
       FROM issues
       WHERE is_held = 0
       ORDER BY covers_until
       LIMIT 1`,
    )
    .first<NonNullable<IssueNews['previous']>>()
}

/** The latest issues, for the archive. */
export async function latestIssues(db: D1Database, limit: number): Promise<ListedIssue[]> {
  const { results } = await db
    .prepare(
      `SELECT id, kind, subject, covers_until AS coversUntil
       FROM issues
       WHERE is_held = 0
       ORDER BY covers_until DESC
       LIMIT ?1`,
    )
    .bind(limit)
    .all<ListedIssue>()
  return results
}
