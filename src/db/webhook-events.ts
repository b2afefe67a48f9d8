import { type SuppressionReason, suppress } from './suppressions.ts'

/** An event of the mail provider, and the addresses that it says must not be mailed again. */
export type WebhookEvent = {
  id: string
  type: string
  suppressed: { addressHash: string; reason: SuppressionReason }[]
}

/** Whether an event was handled before. */
export async function isEventHandled(db: D1Database, id: string): Promise<boolean> {
  const row = await db.prepare('SELECT 1 FROM webhook_events WHERE id = ?1').bind(id).first()
  return row !== null
}

/** Does what an event says and notes that it was handled, all or nothing. */
export async function handleEvent(db: D1Database, event: WebhookEvent, at: string): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO webhook_events (id, type, handled_at)
         VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO NOTHING`,
      )
      .bind(event.id, event.type, at),
    ...event.suppressed.map((address) => suppress(db, { ...address, at })),
  ])
}
