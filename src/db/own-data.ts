/** What is kept of a subscriber beside the subscription itself. */
type OwnData = {
  consents: Record<string, string | null>[]
  issues: Record<string, string | null>[]
}

/** Requests to subscribe with their proof of consent, and which issues went out when. */
export async function ownData(db: D1Database, id: string): Promise<OwnData> {
  const [consents, issues] = await db.batch<Record<string, string | null>>([
    db
      .prepare(
        `SELECT form, text_version AS textVersion, source, choice, requested_at AS requestedAt,
           used_at AS confirmedAt
         FROM confirmations
         WHERE subscriber_id = ?1
         ORDER BY requested_at`,
      )
      .bind(id),
    // CROSS JOIN keeps the order of the tables: by the key of deliveries, not through all of them.
    db
      .prepare(
        `SELECT issues.id AS issue, sent_at AS sentAt
         FROM issues CROSS JOIN deliveries ON issue_id = issues.id AND subscriber_id = ?1
         ORDER BY covers_until`,
      )
      .bind(id),
  ])
  return { consents: consents?.results ?? [], issues: issues?.results ?? [] }
}
