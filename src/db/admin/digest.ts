import type { Choice } from '../../choice.ts'
import type { IssueKind } from '../issues.ts'

/** How the sending of an issue goes. Times are ISO 8601 UTC; what has not happened is null. */
export type Sending = {
  id: string
  kind: IssueKind
  subject: string
  madeAt: string
  /** Since when it waits for an editor. */
  heldAt: string | null
  approvedAt: string | null
  approvedBy: string | null
  /** When all who get it were known, and when the last was told. */
  plannedAt: string | null
  finishedAt: string | null
  /** Calls to the mail provider: all that are known of, those that ended, those of unknown outcome. */
  calls: number
  ended: number
  inDoubt: number
  /** Mails that the provider has taken. */
  mails: number
  /** When the next of its calls that wait may be tried. */
  nextTryAt: string | null
}

/** The same with each mail counted, and what came back. */
export type SendingInFull = Sending & {
  planned: number
  sent: number
  refused: number
  skipped: number
  bounces: number
  complaints: number
  /** What the provider said, without addresses, and of how many mails or calls. */
  refusals: { reason: string; mails: number }[]
}

const SENDING = `id, kind, subject, made_at AS madeAt, iif(is_held, held_at, NULL) AS heldAt,
  approved_at AS approvedAt, approved_by AS approvedBy, planned_at AS plannedAt,
  finished_at AS finishedAt,
  (SELECT count(*) FROM delivery_chunks WHERE issue_id = id AND outcome IS NOT 'split') AS calls,
  (SELECT count(*) FROM delivery_chunks
   WHERE issue_id = id AND ended_at IS NOT NULL AND outcome IS NOT 'split') AS ended,
  (SELECT count(*) FROM delivery_chunks
   WHERE issue_id = id AND ended_at IS NULL AND in_doubt_since IS NOT NULL) AS inDoubt,
  (SELECT coalesce(sum(mails), 0) FROM delivery_chunks WHERE issue_id = id) AS mails,
  (SELECT min(next_try_at) FROM delivery_chunks
   WHERE issue_id = id AND ended_at IS NULL) AS nextTryAt`

/** How the sending of the latest issues goes, latest first. */
export async function latestSendings(db: D1Database, limit: number): Promise<Sending[]> {
  const { results } = await db
    .prepare(`SELECT ${SENDING} FROM issues ORDER BY covers_until DESC, id DESC LIMIT ?1`)
    .bind(limit)
    .all<Sending>()
  return results
}

/** How the sending of one issue goes, or null where there is none. Counts each of its mails. */
export async function findSending(db: D1Database, id: string): Promise<SendingInFull | null> {
  const [sendings, counts, feedback, refusals] = await db.batch([
    db.prepare(`SELECT ${SENDING} FROM issues WHERE id = ?1`).bind(id),
    db
      .prepare(
        `SELECT count(*) + ${pastOf('planned')} AS planned, count(sent_at) + ${pastOf('sent')} AS sent,
                count(refused_at) + ${pastOf('refused')} AS refused,
                count(skipped_at) + ${pastOf('skipped')} AS skipped
         FROM deliveries
         WHERE issue_id = ?1`,
      )
      .bind(id),
    db
      .prepare(
        `SELECT coalesce(sum(type = 'email.bounced'), 0) + ${pastOf('bounces')} AS bounces,
                coalesce(sum(type = 'email.complained'), 0) + ${pastOf('complaints')} AS complaints
         FROM webhook_events
         WHERE issue_id = ?1`,
      )
      .bind(id),
    db
      .prepare(
        `SELECT refusal AS reason, count(*) AS mails
         FROM deliveries
         WHERE issue_id = ?1 AND refused_at IS NOT NULL AND refusal IS NOT NULL
         GROUP BY refusal
         ORDER BY mails DESC
         LIMIT 10`,
      )
      .bind(id),
  ])
  const sending = sendings?.results[0] as Sending | undefined
  if (!sending) return null
  const counted = counts?.results[0] as Pick<
    SendingInFull,
    'planned' | 'sent' | 'refused' | 'skipped'
  >
  const came = feedback?.results[0] as Pick<SendingInFull, 'bounces' | 'complaints'>
  const told = (refusals?.results ?? []) as SendingInFull['refusals']
  return { ...sending, ...counted, ...came, refusals: told }
}

/** How many of the mails that are kept no more. */
function pastOf(count: 'planned' | 'sent' | 'refused' | 'skipped' | 'bounces' | 'complaints') {
  return `coalesce((SELECT ${count} FROM past_deliveries WHERE past_deliveries.issue_id = ?1), 0)`
}

/** How many may be mailed now, by what they chose: whoever has confirmed, stays and does not pause. */
export async function countReaders(db: D1Database, at: string): Promise<Record<Choice, number>> {
  const { results } = await db
    .prepare(
      `SELECT choice, count(*) AS readers
       FROM mailable
       WHERE confirmed_at IS NOT NULL AND unsubscribed_at IS NULL
         AND (paused_until IS NULL OR paused_until <= ?1)
       GROUP BY choice`,
    )
    .bind(at)
    .all<{ choice: Choice; readers: number }>()
  const none = { weekly: 0, news: 0, changes: 0 }
  return { ...none, ...Object.fromEntries(results.map((row) => [row.choice, row.readers])) }
}

/** Lets issues that are made from now on wait for an editor, or go out at once. */
export function setApproval(db: D1Database, since: string | null): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_account (id, approval_since)
       VALUES (1, ?1)
       ON CONFLICT (id) DO UPDATE SET approval_since = excluded.approval_since`,
    )
    .bind(since)
}

/**
 * Lets an issue go that waits for an editor; whoever gets a row back did. Not one that is too old, or
 * that a later one of its kind has told instead.
 */
export function approveIssue(
  db: D1Database,
  { id, at, who, since }: { id: string; at: string; who: string; since: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE issues
       SET approved_at = ?2, approved_by = ?3
       WHERE id = ?1 AND is_held = 1 AND covers_until > ?4 AND ${IS_LATEST}
       RETURNING id`,
    )
    .bind(id, at, who, since)
}

/** Takes an issue away that waits for an editor, so that it can be made anew. */
export function dropHeldIssue(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM issues WHERE id = ?1 AND is_held = 1 AND ${IS_LATEST} RETURNING id`)
    .bind(id)
}

const IS_LATEST = `NOT EXISTS (SELECT 1
                  FROM issues AS later
                  WHERE later.kind = issues.kind AND later.covers_until > issues.covers_until)`
