/** How far one step of planning goes: so many chunks of so many recipients, as of a moment. */
export type PlanStep = { issueId: string; chunks: number; size: number; at: string }

/**
 * Who of the mailable wants an issue of this kind: `weekly` every one, `news` those with news,
 * `changes` only what is sent because the status changed; nobody while paused. ?1 is the issue,
 * `at` the number of the parameter that holds the moment.
 */
export function wantsIssue(at: number): string {
  return `unsubscribed_at IS NULL
    AND (paused_until IS NULL OR paused_until <= ?${at})
    AND choice IN (SELECT value
                   FROM issues, json_each(CASE
                     WHEN kind = 'status' THEN '["changes"]'
                     WHEN has_news = 1 THEN '["weekly","news"]'
                     ELSE '["weekly"]' END)
                   WHERE issues.id = ?1)`
}

/**
 * Gives the next recipients of an issue their deliveries, in the order of their keys, and parts
 * them into chunks; all or nothing. It never goes back, though old deliveries are kept no more; two
 * planners at once go on where the other ended. Recipients are those subscribed when the issue was
 * made and still, who want it. Returns the new chunks' numbers: fewer than `chunks` means that nobody
 * is left.
 */
export async function planChunks(db: D1Database, step: PlanStep): Promise<number[]> {
  const [, planned] = await db.batch<{ number: number }>([
    nextDeliveries(db, step),
    db
      .prepare(
        `INSERT INTO delivery_chunks (issue_id, number, first_subscriber, last_subscriber)
         SELECT issue_id, chunk, min(subscriber_id), max(subscriber_id)
         FROM deliveries
         WHERE issue_id = ?1
           AND subscriber_id > (SELECT coalesce(planned_through, '') FROM issues WHERE id = ?1)
         GROUP BY chunk
         RETURNING number`,
      )
      .bind(step.issueId),
    db
      .prepare(
        `UPDATE issues
         SET planned_through = coalesce(
           (SELECT max(subscriber_id) FROM deliveries WHERE issue_id = ?1), planned_through)
         WHERE id = ?1`,
      )
      .bind(step.issueId),
  ])
  return planned?.results.map(({ number }) => number) ?? []
}

function nextDeliveries(
  db: D1Database,
  { issueId, chunks, size, at }: PlanStep,
): D1PreparedStatement {
  return db
    .prepare(
      `WITH planned AS (
         SELECT coalesce(planned_through, '') AS last,
           coalesce((SELECT max(number) + 1 FROM delivery_chunks WHERE issue_id = ?1), 0) AS chunks
         FROM issues
         WHERE id = ?1
       ),
       next AS (
         SELECT id
         FROM mailable
         WHERE id > (SELECT last FROM planned)
           AND confirmed_at <= (SELECT made_at FROM issues WHERE id = ?1)
           AND ${wantsIssue(4)}
         ORDER BY id
         LIMIT ?2
       )
       INSERT INTO deliveries (issue_id, subscriber_id, chunk)
       SELECT ?1, id, (SELECT chunks FROM planned) + (row_number() OVER (ORDER BY id) - 1) / CAST(?3 AS INTEGER)
       FROM next`,
    )
    .bind(issueId, chunks * size, size, at)
}
