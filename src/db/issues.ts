import type { IssueNews } from '../issue.ts'

/** One digest as it was made. Bodies bear marks for what differs between recipients. */
export type Issue = {
  /** ISO week, `2026-W47`. */
  id: string
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

type IssueRow = Omit<Issue, 'news' | 'envelope'> & { news: string; envelope: string | null }

const ISSUE = `id, covers_from AS coversFrom, covers_until AS coversUntil, made_at AS madeAt,
  subject, html, text, news, content_hash AS contentHash, envelope`

/** Keeps an issue unless its week has one; whether this one was kept. */
export async function freezeIssue(
  db: D1Database,
  issue: Omit<Issue, 'envelope'>,
): Promise<boolean> {
  const made = await db
    .prepare(
      `INSERT INTO issues
         (id, covers_from, covers_until, made_at, subject, html, text, news, content_hash)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
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
    )
    .first()
  return made !== null
}

export async function findIssue(db: D1Database, id: string): Promise<Issue | null> {
  const row = await db
    .prepare(`SELECT ${ISSUE} FROM issues WHERE id = ?1`)
    .bind(id)
    .first<IssueRow>()
  if (!row) return null
  return { ...row, news: JSON.parse(row.news), envelope: row.envelope && JSON.parse(row.envelope) }
}

/** Until when the latest issue before a moment covers the news; null where there is none. */
export async function coveredUntil(db: D1Database, before: string): Promise<string | null> {
  return await db
    .prepare('SELECT max(covers_until) AS until FROM issues WHERE covers_until < ?1')
    .bind(before)
    .first<string | null>('until')
}

/** The latest issues, for the archive. */
export async function latestIssues(
  db: D1Database,
  limit: number,
): Promise<Pick<Issue, 'id' | 'subject' | 'coversUntil'>[]> {
  const { results } = await db
    .prepare(
      `SELECT id, subject, covers_until AS coversUntil
       FROM issues
       ORDER BY covers_until DESC
       LIMIT ?1`,
    )
    .bind(limit)
    .all<Pick<Issue, 'id' | 'subject' | 'coversUntil'>>()
  return results
}

/** Issues of after `since` whose sending has not ended, oldest first. */
export async function unfinishedIssues(
  db: D1Database,
  since: string,
): Promise<{ id: string; plannedAt: string | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT id, planned_at AS plannedAt
       FROM issues
       WHERE finished_at IS NULL AND covers_until > ?1
       ORDER BY covers_until`,
    )
    .bind(since)
    .all<{ id: string; plannedAt: string | null }>()
  return results
}

/** The envelope in which an issue goes out: the one it has, or else this one from now on. */
export async function sealEnvelope(
  db: D1Database,
  issueId: string,
  envelope: Envelope,
): Promise<void> {
  await db
    .prepare('UPDATE issues SET envelope = ?2 WHERE id = ?1 AND envelope IS NULL')
    .bind(issueId, JSON.stringify(envelope))
    .run()
}

/** Notes that every recipient of an issue has a delivery. */
export async function markPlanned(db: D1Database, issueId: string, at: string): Promise<void> {
  await db
    .prepare('UPDATE issues SET planned_at = ?2 WHERE id = ?1 AND planned_at IS NULL')
    .bind(issueId, at)
    .run()
}

/** Ends an issue that is planned and has no open chunk; whether it has ended now. */
export async function finishIssue(db: D1Database, issueId: string, at: string): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE issues
       SET finished_at = ?2
       WHERE id = ?1 AND planned_at IS NOT NULL AND finished_at IS NULL
         AND NOT EXISTS (SELECT 1
                         FROM delivery_chunks
                         WHERE issue_id = ?1 AND ended_at IS NULL)`,
    )
    .bind(issueId, at)
    .run()
  return meta.changes > 0
}
