/** Mails in one call, the provider's most. */
const CHUNK = 100

/**
 * Gives the next recipients of an issue their deliveries, in the order of their keys, and parts
 * them into chunks of a hundred; all or nothing. Two planners at once go on where the other ended.
 * Recipients are those subscribed when the issue was made and still. Returns the new chunks'
 * numbers: fewer than `chunks` means that nobody is left.
 */
export async function planChunks(
  db: D1Database,
  { issueId, chunks }: { issueId: string; chunks: number },
): Promise<number[]> {
  const [, planned] = await db.batch<{ number: number }>([
    nextDeliveries(db, issueId, chunks),
    db
      .prepare(
        `INSERT INTO delivery_chunks (issue_id, number, first_subscriber, last_subscriber)
         SELECT issue_id, chunk, min(subscriber_id), max(subscriber_id)
         FROM deliveries
         WHERE issue_id = ?1
           AND subscriber_id > (SELECT coalesce(max(last_subscriber), '')
                                FROM delivery_chunks
                                WHERE issue_id = ?1)
         GROUP BY chunk
         RETURNING number`,
      )
      .bind(issueId),
  ])
  return planned?.results.map(({ number }) => number) ?? []
}

function nextDeliveries(db: D1Database, issueId: string, chunks: number): D1PreparedStatement {
  return db
    .prepare(
      `WITH planned AS (
         SELECT coalesce(max(number) + 1, 0) AS chunks,
           coalesce(max(last_subscriber), '') AS last
         FROM delivery_chunks
         WHERE issue_id = ?1
       ),
       next AS (
         SELECT id
         FROM mailable
         WHERE id > (SELECT last FROM planned)
           AND confirmed_at <= (SELECT made_at FROM issues WHERE id = ?1)
           AND unsubscribed_at IS NULL
         ORDER BY id
         LIMIT ?2
       )
       INSERT INTO deliveries (issue_id, subscriber_id, chunk)
       SELECT ?1, id, (SELECT chunks FROM planned)
         + (row_number() OVER (ORDER BY id) - 1) / ${CHUNK}
       FROM next`,
    )
    .bind(issueId, chunks * CHUNK)
}
