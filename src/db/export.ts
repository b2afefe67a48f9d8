import type { Choice } from '../choice.ts'
import type { SuppressionReason } from './suppressions.ts'

/** A subscriber for an export; times ISO 8601 UTC, the rest of the consent that was used last. */
export type ExportedRow = {
  id: string
  addressSealed: string
  confirmedAt: string
  unsubscribedAt: string | null
  choice: Choice
  pausedUntil: string | null
  suppressed: SuppressionReason | null
  form: string | null
  text: string | null
  source: string | null
}

/** The next subscribers after an id, by id, who confirmed once, whether or not they left since. */
export async function exportRows(
  db: D1Database,
  { after, limit }: { after: string; limit: number },
): Promise<ExportedRow[]> {
  const { results } = await db
    .prepare(
      `SELECT subscribers.id, address_sealed AS addressSealed, confirmed_at AS confirmedAt,
         unsubscribed_at AS unsubscribedAt, subscribers.choice, paused_until AS pausedUntil,
         (SELECT reason
          FROM suppressions
          WHERE suppressions.address_hash = subscribers.address_hash) AS suppressed,
         form, text_version AS text, source
       FROM subscribers
         LEFT JOIN confirmations ON confirmations.id = (SELECT id
                                                        FROM confirmations
                                                        WHERE subscriber_id = subscribers.id
                                                          AND used_at IS NOT NULL
                                                        ORDER BY used_at DESC
                                                        LIMIT 1)
       WHERE subscribers.id > ?1 AND confirmed_at IS NOT NULL AND erase_asked_at IS NULL
       ORDER BY subscribers.id
       LIMIT ?2`,
    )
    .bind(after, limit)
    .all<ExportedRow>()
  return results
}
