/** Keeps jobs that the queue gave up; a letter that comes twice is kept once. */
export async function keepDeadLetters(
  db: D1Database,
  batch: MessageBatch<unknown>,
  at: string,
): Promise<void> {
  const letters = batch.messages.map(({ id, body, attempts }) => ({ id, body, attempts }))
  await db
    .prepare(
      `INSERT INTO dead_letters (id, queue, job, attempts, died_at)
       SELECT value ->> 'id', ?2, value -> 'body', value ->> 'attempts', ?3
       FROM json_each(?1)
       WHERE true
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(JSON.stringify(letters), batch.queue, at)
    .run()
}
