import { forgetEnded } from './limits.ts'
import type { Keeping, Purged } from './purge.ts'

const DELIVERIES = 10_000 // of one issue, by one step: 1.6 million a week
const EVENTS = 1000
const ADDRESSES = 500

/**
 * Drops addresses that nobody confirmed and that asked for nothing since `unconfirmedFrom`, links
 * unused since then, wishes that nobody worked on, counts that have ended. A used link is the proof of
 * consent and stays.
 */
export async function purgeAddresses(
  db: D1Database,
  { now, unconfirmedFrom, requestsFrom }: Pick<Keeping, 'now' | 'unconfirmedFrom' | 'requestsFrom'>,
): Promise<Pick<Purged, 'addresses'>> {
  const [addresses] = await db.batch([
    db
      .prepare(
        `DELETE FROM subscribers
         WHERE id IN (SELECT id
                      FROM subscribers
                      WHERE confirmed_at IS NULL AND created_at <= ?1
                        AND NOT EXISTS (SELECT 1
                                        FROM confirmations
                                        WHERE subscriber_id = subscribers.id AND requested_at > ?1)
                      ORDER BY created_at
                      LIMIT ?2)
         RETURNING id`, // what goes with it would count as a change, too
      )
      .bind(unconfirmedFrom, ADDRESSES),
    db
      .prepare(
        `DELETE FROM confirmations
         WHERE id IN (SELECT id
                      FROM confirmations
                      WHERE used_at IS NULL AND expires_at <= ?1
                      ORDER BY expires_at
                      LIMIT ?2)`,
      )
      .bind(unconfirmedFrom, ADDRESSES),
    db
      .prepare(
        `DELETE FROM subscribe_requests
         WHERE id IN (SELECT id
                      FROM subscribe_requests
                      WHERE requested_at <= ?1
                      ORDER BY requested_at
                      LIMIT ?2)`,
      )
      .bind(requestsFrom, ADDRESSES),
    forgetEnded(db, now),
  ])
  return { addresses: addresses?.results.length ?? 0 }
}

/**
 * Drops deliveries of the oldest issue that was due before a moment, and what the mail provider told
 * of its mails; their number stays. How far the issue was planned stays too, and its calls: so whoever
 * had it never gets it again, even if a job of it comes back.
 */
export async function purgeDeliveries(
  db: D1Database,
  { now, mailFrom }: Pick<Keeping, 'now' | 'mailFrom'>,
  step = DELIVERIES,
): Promise<Pick<Purged, 'deliveries' | 'events'>> {
  const others = eventsOfNoIssue(db, mailFrom)
  const issueId = await oldestWithDeliveries(db, mailFrom)
  if (issueId === null) return { deliveries: 0, events: (await others.run()).meta.changes }
  const [, deliveries, events, , told] = await db.batch([
    countIn(db, issueId, step),
    db
      .prepare(
        `DELETE FROM deliveries
         WHERE issue_id = ?1 AND subscriber_id <= (
           SELECT max(subscriber_id)
           FROM (SELECT subscriber_id
                 FROM deliveries
                 WHERE issue_id = ?1
                 ORDER BY subscriber_id
                 LIMIT ?2))`,
      )
      .bind(issueId, step),
    db
      .prepare(
        `DELETE FROM webhook_events
         WHERE id IN (SELECT id FROM webhook_events WHERE issue_id = ?1 ORDER BY type, id LIMIT ?2)`,
      )
      .bind(issueId, EVENTS),
    db
      .prepare(
        `UPDATE past_deliveries
         SET ended_at = ?2
         WHERE issue_id = ?1
           AND NOT EXISTS (SELECT 1 FROM deliveries WHERE issue_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM webhook_events WHERE issue_id = ?1)`,
      )
      .bind(issueId, now),
    others,
  ])
  return {
    deliveries: deliveries?.meta.changes ?? 0,
    events: (events?.meta.changes ?? 0) + (told?.meta.changes ?? 0),
  }
}

async function oldestWithDeliveries(db: D1Database, mailFrom: string): Promise<string | null> {
  return await db
    .prepare(
      `SELECT id
       FROM issues LEFT JOIN past_deliveries ON issue_id = id
       WHERE covers_until <= ?1 AND is_held = 0 AND ended_at IS NULL
       ORDER BY covers_until, id
       LIMIT 1`,
    )
    .bind(mailFrom)
    .first<string>('id')
}

/** Adds what is about to go to what is known of the issue. */
function countIn(db: D1Database, issueId: string, step: number): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO past_deliveries (issue_id, planned, sent, refused, skipped, bounces, complaints)
       SELECT ?1, count(*), count(sent_at), count(refused_at), count(skipped_at),
              (SELECT coalesce(sum(type = 'email.bounced'), 0) FROM ${NEXT_EVENTS}),
              (SELECT coalesce(sum(type = 'email.complained'), 0) FROM ${NEXT_EVENTS})
       FROM (SELECT sent_at, refused_at, skipped_at
             FROM deliveries
             WHERE issue_id = ?1
             ORDER BY subscriber_id
             LIMIT ?2)
       WHERE true
       ON CONFLICT (issue_id) DO UPDATE
       SET planned = planned + excluded.planned, sent = sent + excluded.sent,
           refused = refused + excluded.refused, skipped = skipped + excluded.skipped,
           bounces = bounces + excluded.bounces, complaints = complaints + excluded.complaints`,
    )
    .bind(issueId, step, EVENTS)
}

const NEXT_EVENTS = `(SELECT type
                      FROM webhook_events
                      WHERE issue_id = ?1
                      ORDER BY type, id
                      LIMIT ?3)`

/** Of confirmations and of the provider's own list: of use only while the same may come again. */
function eventsOfNoIssue(db: D1Database, mailFrom: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM webhook_events
       WHERE id IN (SELECT id
                    FROM webhook_events
                    WHERE issue_id IS NULL AND handled_at <= ?1
                    ORDER BY handled_at
                    LIMIT ?2)`,
    )
    .bind(mailFrom, EVENTS)
}
