import { noteTaken } from './deliveries.refused.ts'
import { type SuppressionReason, suppress } from './suppressions.ts'

const SOFT_BOUNCES = 3 // in a row, then an address counts as dead

/** An event of the mail provider, as far as it matters to us. */
export type WebhookEvent = {
  id: string
  /** The provider's name of it; bounces that may pass are `email.bounced.soft`. */
  type: string
  /** When it happened, ISO 8601. */
  happenedAt: string
  /** The issue and chunk whose mail it is about; null for a mail of another kind. */
  mail: { issueId: string; number: number } | null
  /** All hashes under which its addresses may be kept. */
  addressHashes: string[]
  /** Why the addresses must not be mailed again; null where they may. */
  suppression: SuppressionReason | null
}

/** Whether an event was handled before. */
export async function isEventHandled(db: D1Database, id: string): Promise<boolean> {
  const row = await db.prepare('SELECT 1 FROM webhook_events WHERE id = ?1').bind(id).first()
  return row !== null
}

/** Does what an event says and notes that it was handled, all or nothing. */
export async function handleEvent(db: D1Database, event: WebhookEvent, at: string): Promise<void> {
  const { addressHashes, suppression, mail } = event
  await db.batch([
    db
      .prepare(
        `INSERT INTO webhook_events (id, type, handled_at, issue_id)
         VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO NOTHING`,
      )
      .bind(event.id, event.type, at, mail?.issueId ?? null),
    ...(mail ? [noteTaken(db, mail, at)] : []),
    ...(event.type === 'email.bounced.soft' ? softBounce(db, event, at) : []),
    ...(suppression ? [suppress(db, { addressHashes, reason: suppression, at })] : []),
  ])
}

/** A mail is on its way, or has come: what tells it need not be remembered, twice is as once. */
export async function handleArrival(
  db: D1Database,
  { type, mail, addressHashes, happenedAt }: WebhookEvent,
  at: string,
): Promise<void> {
  const statements = [
    ...(mail ? [noteTaken(db, mail, at)] : []),
    ...(type === 'email.delivered' ? [forgetSoftBounces(db, addressHashes, happenedAt)] : []),
  ]
  if (statements.length > 0) await db.batch(statements)
}

/** How many mails of issues went out since a moment, and what came back of them. */
export async function feedbackSince(
  db: D1Database,
  { since, issuesFrom }: { since: string; issuesFrom: string },
): Promise<{ mails: number; bounces: number; complaints: number }> {
  const feedback = await db
    .prepare(
      `SELECT (SELECT coalesce(sum(mails), 0)
               FROM issues JOIN delivery_chunks ON issue_id = issues.id
               WHERE made_at > ?2 AND ended_at > ?1) AS mails,
              (SELECT count(*)
               FROM issues JOIN webhook_events ON issue_id = issues.id
               WHERE made_at > ?2 AND type = 'email.bounced' AND handled_at > ?1) AS bounces,
              (SELECT count(*)
               FROM issues JOIN webhook_events ON issue_id = issues.id
               WHERE made_at > ?2 AND type = 'email.complained' AND handled_at > ?1) AS complaints`,
    )
    .bind(since, issuesFrom)
    .first<{ mails: number; bounces: number; complaints: number }>()
  return feedback ?? { mails: 0, bounces: 0, complaints: 0 }
}

/** Counts a bounce that may pass; the third in a row suppresses. */
function softBounce(
  db: D1Database,
  { id, addressHashes, happenedAt }: WebhookEvent,
  at: string,
): D1PreparedStatement[] {
  const hashes = JSON.stringify(addressHashes)
  return [
    db
      .prepare(
        `INSERT INTO soft_bounces (subscriber_id, event_id, happened_at)
         SELECT id, ?2, ?3
         FROM subscribers
         WHERE address_hash IN (SELECT value FROM json_each(?1))
         ON CONFLICT DO NOTHING`,
      )
      .bind(hashes, id, happenedAt),
    db
      .prepare(
        `INSERT INTO suppressions (address_hash, reason, suppressed_at)
         SELECT address_hash, 'bounce', ?2
         FROM subscribers
         WHERE address_hash IN (SELECT value FROM json_each(?1))
           AND (SELECT count(*) FROM soft_bounces WHERE subscriber_id = subscribers.id)
             >= ${SOFT_BOUNCES}
         ON CONFLICT (address_hash) DO UPDATE
         SET reason = excluded.reason, suppressed_at = excluded.suppressed_at
         WHERE suppressions.reason = 'erased'`,
      )
      .bind(hashes, at),
  ]
}

/** A mail came in: the bounces before it are no row any more. */
function forgetSoftBounces(
  db: D1Database,
  addressHashes: string[],
  before: string,
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM soft_bounces
       WHERE happened_at < ?2
         AND subscriber_id IN (SELECT id
                               FROM subscribers
                               WHERE address_hash IN (SELECT value FROM json_each(?1)))`,
    )
    .bind(JSON.stringify(addressHashes), before)
}
