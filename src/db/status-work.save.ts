import type { Step, Work } from '../status/fold.ts'
import { RULES_VERSION } from '../status/reading.ts'
import type { OpenStretch } from './status-work.ts'

/**
 * Writes what a step brought and what remains, unless anything has happened to the statements since
 * its stretch was read. Whether it was written.
 */
export async function saveStep(
  db: D1Database,
  stretch: OpenStretch,
  step: Step,
  at: string,
): Promise<boolean> {
  const { turn, hasChanges, kept } = stretch
  const work =
    step.asBefore === null ? step.work : await workAfter(db, step.asBefore, stretch.withdrawal)
  const range = { turn, from: stretch.work.from, until: step.until }
  const isSwitch = stretch.isByNewRules && work === null
  const isChange = hasChanges || step.changes.length > 0 || isSwitch
  const isWritten = isChange || kept.length + step.checkpoints.length > 0
  const results = await db.batch([
    ...(isWritten ? [stepped(db, range, step, isChange ? at : null)] : []),
    moved(db, turn, work),
  ])
  return results.at(-1)?.meta.changes === 1
}

/** Where the state is as it was, the first withdrawal of what was said by then is looked at yet. */
async function workAfter(
  db: D1Database,
  moment: string,
  withdrawal: string | null,
): Promise<Work | null> {
  if (withdrawal === null) return null
  const first = await db
    .prepare(
      `SELECT at
       FROM withdrawals
       WHERE at > ?1 AND moment <= ?1
       ORDER BY at
       LIMIT 1`,
    )
    .bind(moment)
    .first<string>('at')
  return first === null ? null : { from: first, to: first, rewind: null }
}

type Range = { turn: number; from: string; until: string | null }

const END = '~' // sorts after every moment

/** The history and the checkpoints of the range anew, in the turn that was seen; caches are told. */
function stepped(
  db: D1Database,
  { turn, from, until }: Range,
  { changes, checkpoints }: Step,
  shownAt: string | null,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO status_steps (turn, rules_version, from_at, until, changes, checkpoints, shown_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    )
    .bind(
      turn,
      RULES_VERSION,
      from,
      until ?? END,
      JSON.stringify(changes),
      JSON.stringify(checkpoints),
      shownAt,
    )
}

/** Once nothing remains, the history by these rules is the one that is shown. */
function moved(db: D1Database, turn: number, work: Work | null): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE status_work
       SET turn = turn + 1, from_at = ?2, to_at = ?3, rewind = ?4,
           rules_version = iif(?2 IS NULL, ?5, rules_version)
       WHERE turn = ?1`,
    )
    .bind(
      turn,
      work?.from ?? null,
      work?.to ?? null,
      work?.rewind ? JSON.stringify(work.rewind) : null,
      RULES_VERSION,
    )
}
