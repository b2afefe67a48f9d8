/** Keeps jobs that the queue gave up, each with why it last failed; one that comes twice, once. */
export async function keepDeadLetters(
  db: D1Database,
  batch: MessageBatch<unknown>,
  at: string,
): Promise<void> {
  const letters = batch.messages.map(({ id, body, attempts }) => {
    return { id, job: JSON.stringify(body), attempts }
  })
  await db
    .prepare(
      `INSERT INTO dead_letters (id, queue, job, attempts, died_at, reason)
       SELECT value ->> 'id', ?2, value ->> 'job', value ->> 'attempts', ?3,
              (SELECT reason FROM job_failures WHERE job_failures.job = value ->> 'job')
       FROM json_each(?1)
       WHERE true
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(JSON.stringify(letters), batch.queue, at)
    .run()
}
