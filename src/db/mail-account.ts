/** What the mail provider last told of our account, and whether issues may be sent. */
export type MailAccount = {
  /** Nothing is sent before; null or past: no need to wait. */
  waitUntil: string | null
  waitReason: string | null
  /** Mails used of the quotas, as told at `usedAt`; null where it was not told. */
  dayUsed: number | null
  monthUsed: number | null
  usedAt: string | null
  /** Since when no issue is sent, until the operator resumes. */
  pausedAt: string | null
  pausedReason: string | null
  resumedAt: string | null
  /** Since when issues that are made wait for an editor; null where they go out at once. */
  approvalSince: string | null
}

/** Mails used of the provider's quotas; null where it does not tell. */
export type Usage = { day: number | null; month: number | null }

const NOTHING_KNOWN: MailAccount = {
  waitUntil: null,
  waitReason: null,
  dayUsed: null,
  monthUsed: null,
  usedAt: null,
  pausedAt: null,
  pausedReason: null,
  resumedAt: null,
  approvalSince: null,
}

/** The account as it was last told of; all of it null before anything was. */
export async function findMailAccount(db: D1Database): Promise<MailAccount> {
  const row = await db
    .prepare(
      `SELECT wait_until AS waitUntil, wait_reason AS waitReason, day_used AS dayUsed,
              month_used AS monthUsed, used_at AS usedAt, paused_at AS pausedAt,
              paused_reason AS pausedReason, resumed_at AS resumedAt,
              approval_since AS approvalSince
       FROM mail_account
       WHERE id = 1`,
    )
    .first<MailAccount>()
  return row ?? NOTHING_KNOWN
}

/** Holds every call back until a moment, ISO 8601 UTC; the last word counts. */
export async function holdMail(db: D1Database, until: string, reason: string): Promise<void> {
  await db
    .prepare(
      `INSERT INTO mail_account (id, wait_until, wait_reason)
       VALUES (1, ?1, ?2)
       ON CONFLICT (id) DO UPDATE
       SET wait_until = excluded.wait_until, wait_reason = excluded.wait_reason`,
    )
    .bind(until, reason)
    .run()
}

/** Keeps what the provider told of the quotas. */
export function keepUsage(db: D1Database, { day, month }: Usage, at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_account (id, day_used, month_used, used_at)
       VALUES (1, ?1, ?2, ?3)
       ON CONFLICT (id) DO UPDATE
       SET day_used = excluded.day_used, month_used = excluded.month_used,
           used_at = excluded.used_at`,
    )
    .bind(day, month, at)
}

/** Stops the sending of issues; false where it was stopped already. */
export async function pauseMail(db: D1Database, at: string, reason: string): Promise<boolean> {
  const { meta } = await pausing(db, at, reason).run()
  return meta.changes > 0
}

/** The statement that stops the sending of issues, unless it is stopped already. */
export function pausing(db: D1Database, at: string, reason: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mail_account (id, paused_at, paused_reason)
       VALUES (1, ?1, ?2)
       ON CONFLICT (id) DO UPDATE
       SET paused_at = excluded.paused_at, paused_reason = excluded.paused_reason
       WHERE paused_at IS NULL`,
    )
    .bind(at, reason)
}

/** Lets issues be sent again, with what goes with it; false where nothing was stopped. */
export async function unpauseMail(
  db: D1Database,
  at: string,
  ...along: D1PreparedStatement[]
): Promise<boolean> {
  const [unpaused] = await db.batch([
    db
      .prepare(
        `UPDATE mail_account
         SET paused_at = NULL, paused_reason = NULL, resumed_at = ?1,
             wait_until = NULL, wait_reason = NULL
         WHERE id = 1 AND paused_at IS NOT NULL`,
      )
      .bind(at),
    ...along,
  ])
  return (unpaused?.meta.changes ?? 0) > 0
}
