import type { Envelope, Issue } from './issues.ts'

/** What of an issue its mails are made of. */
export type IssueToSend = Pick<Issue, 'id' | 'subject' | 'html' | 'text'> & { envelope: Envelope }

/** An issue's mail and envelope; null where there is none, or its sending has not begun. */
export async function issueToSend(db: D1Database, id: string): Promise<IssueToSend | null> {
  const row = await db
    .prepare(
      `SELECT id, subject, html, text, envelope
       FROM issues
       WHERE id = ?1 AND envelope IS NOT NULL`,
    )
    .bind(id)
    .first<Omit<IssueToSend, 'envelope'> & { envelope: string }>()
  return row && { ...row, envelope: JSON.parse(row.envelope) as Envelope }
}

/** Issues of after `since` whose sending may begin and has not ended, oldest first. */
export async function unfinishedIssues(
  db: D1Database,
  since: string,
): Promise<{ id: string; plannedAt: string | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT id, planned_at AS plannedAt
       FROM issues
       WHERE finished_at IS NULL AND covers_until > ?1 AND is_held = 0
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

/**
 * Whether it is settled in which envelope an issue goes out, and whether it waits for an editor.
 * Throws where there is no such issue.
 */
export async function readinessOf(
  db: D1Database,
  issueId: string,
): Promise<{ isSealed: boolean; isHeld: boolean }> {
  const found = await db
    .prepare('SELECT envelope IS NOT NULL AS sealed, is_held AS held FROM issues WHERE id = ?1')
    .bind(issueId)
    .first<{ sealed: number; held: number }>()
  if (!found) throw new Error(`no issue ${issueId}`)
  return { isSealed: found.sealed === 1, isHeld: found.held === 1 }
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
  return (await finishIssues(db, [issueId], at)) > 0
}

/** The same of several; how many have ended now. */
export async function finishIssues(db: D1Database, ids: string[], at: string): Promise<number> {
  const { meta } = await db
    .prepare(
      `UPDATE issues
       SET finished_at = ?2
       WHERE id IN (SELECT value FROM json_each(?1)) AND planned_at IS NOT NULL AND finished_at IS NULL
         AND NOT EXISTS (SELECT 1
                         FROM delivery_chunks INDEXED BY delivery_chunks_open
                         WHERE issue_id = issues.id AND ended_at IS NULL)`,
    )
    .bind(JSON.stringify(ids), at)
    .run()
  return meta.changes
}
