/** Keeps why a job failed or waits, in place of what was kept before. */
export async function keepFailure(
  db: D1Database,
  { job, reason, at }: { job: object; reason: string; at: string },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO job_failures (job, reason, failed_at)
       VALUES (?1, ?2, ?3)
       ON CONFLICT (job) DO UPDATE
       SET reason = excluded.reason, failed_at = excluded.failed_at`,
    )
    .bind(JSON.stringify(job), reason, at)
    .run()
}

/** Forgets why a job failed: it is done. */
export async function forgetFailure(db: D1Database, job: object): Promise<void> {
  await db.prepare('DELETE FROM job_failures WHERE job = ?1').bind(JSON.stringify(job)).run()
}
