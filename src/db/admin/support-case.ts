import type { Choice } from '../../choice.ts'
import type { SuppressionReason } from '../suppressions.ts'
import { STATE, type SubscriberState } from './subscribers.ts'

/** A subscriber as a support case needs it: nothing tells who it is. */
export type SupportCase = {
  id: string
  state: SubscriberState
  choice: Choice
  createdAt: string
  confirmedAt: string | null
  unsubscribedAt: string | null
  pausedUntil: string | null
  eraseAskedAt: string | null
  suppression: { reason: SuppressionReason; since: string } | null
  /** Bounces that may pass, since the last mail that came. */
  softBounces: number
  deliveries: CaseDelivery[]
}

/** What became of an issue for one subscriber. */
export type CaseDelivery = {
  issue: string
  sentAt: string | null
  skippedAt: string | null
  refusedAt: string | null
  /** The provider's words, without addresses. */
  refusal: string | null
}

const LATEST = 10

/** A subscriber by id, with the latest deliveries; null where there is none. */
export async function findCase(
  db: D1Database,
  id: string,
  at: string,
): Promise<SupportCase | null> {
  const [found, deliveries] = await db.batch([
    db
      .prepare(
        `SELECT id, ${STATE} AS state, choice, created_at AS createdAt,
                confirmed_at AS confirmedAt, unsubscribed_at AS unsubscribedAt,
                paused_until AS pausedUntil, erase_asked_at AS eraseAskedAt,
                (SELECT count(*) FROM soft_bounces WHERE subscriber_id = id) AS softBounces,
                (SELECT json_object('reason', reason, 'since', suppressed_at)
                 FROM suppressions
                 WHERE suppressions.address_hash = subscribers.address_hash) AS suppression
         FROM subscribers
         WHERE id = ?2`,
      )
      .bind(at, id),
    // CROSS JOIN keeps the order of the tables: by the key of deliveries, not through all of them.
    db
      .prepare(
        `SELECT issues.id AS issue, sent_at AS sentAt, skipped_at AS skippedAt,
                refused_at AS refusedAt, refusal
         FROM issues CROSS JOIN deliveries ON issue_id = issues.id AND subscriber_id = ?1
         ORDER BY covers_until DESC
         LIMIT ?2`,
      )
      .bind(id, LATEST),
  ])
  const row = found?.results[0] as
    | (Omit<SupportCase, 'suppression' | 'deliveries'> & { suppression: string | null })
    | undefined
  if (!row) return null
  const suppression = row.suppression === null ? null : JSON.parse(row.suppression)
  return { ...row, suppression, deliveries: (deliveries?.results ?? []) as CaseDelivery[] }
}

/** The subscriber of an address, and why it is suppressed, by all hashes under which it may be kept. */
export async function findByHashes(
  db: D1Database,
  hashes: string[],
): Promise<{ id: string | null; suppression: SupportCase['suppression'] }> {
  const [subscribers, suppressions] = await db.batch([
    db
      .prepare('SELECT id FROM subscribers WHERE address_hash IN (SELECT value FROM json_each(?1))')
      .bind(JSON.stringify(hashes)),
    db
      .prepare(
        `SELECT reason, suppressed_at AS since
         FROM suppressions
         WHERE address_hash IN (SELECT value FROM json_each(?1))`,
      )
      .bind(JSON.stringify(hashes)),
  ])
  const [subscriber] = (subscribers?.results ?? []) as { id: string }[]
  const [suppression] = (suppressions?.results ?? []) as {
    reason: SuppressionReason
    since: string
  }[]
  return { id: subscriber?.id ?? null, suppression: suppression ?? null }
}

/** Why an address may be mailed again when an admin says so; whoever complained must not be. */
export const LIFTABLE: readonly SuppressionReason[] = ['bounce', 'provider', 'operator']

/** Takes an address off the list of those that must not be mailed, where that is allowed. */
export function liftSuppression(db: D1Database, hashes: string[]): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM suppressions
       WHERE address_hash IN (SELECT value FROM json_each(?1))
         AND reason IN (SELECT value FROM json_each(?2))
       RETURNING address_hash`,
    )
    .bind(JSON.stringify(hashes), JSON.stringify(LIFTABLE))
}

/** Forgets the bounces that may pass of an address. */
export function forgetBounces(db: D1Database, hashes: string[]): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM soft_bounces
       WHERE subscriber_id IN (SELECT id
                               FROM subscribers
                               WHERE address_hash IN (SELECT value FROM json_each(?1)))`,
    )
    .bind(JSON.stringify(hashes))
}
