import type { Step, Work } from '../status/fold.ts'
import { RULES_VERSION } from '../status/reading.ts'
import { COUNTING } from './evidence.ts'
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
  const results = await db.batch([
    ...(hasChanges ? [dropped(db, 'status_changes', 'from_at', range)] : []),
    ...(kept.length ? [dropped(db, 'status_checkpoints', 'at', range)] : []),
    ...(step.changes.length ? [addedChanges(db, turn, step)] : []),
    ...(step.checkpoints.length ? [addedCheckpoints(db, turn, step)] : []),
    ...(isChange ? [shown(db, turn, at)] : []),
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
      `SELECT withdrawn_at
       FROM statements
       WHERE withdrawn_at > ?1 AND moment <= ?1 AND ${COUNTING}
       ORDER BY withdrawn_at
       LIMIT 1`,
    )
    .bind(moment)
    .first<string>('withdrawn_at')
  return first === null ? null : { from: first, to: first, rewind: null }
}

type Range = { turn: number; from: string; until: string | null }

const END = '~' // sorts after every moment

/** In whatever table, only in the turn that was seen. */
const IN_TURN = 'EXISTS (SELECT 1 FROM status_work WHERE turn = ?1)'

function dropped(
  db: D1Database,
  table: 'status_changes' | 'status_checkpoints',
  time: 'from_at' | 'at',
  { turn, from, until }: Range,
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM ${table}
       WHERE rules_version = ?2 AND ${time} >= ?3 AND ${time} < ?4 AND ${IN_TURN}`,
    )
    .bind(turn, RULES_VERSION, from, until ?? END)
}

function addedChanges(db: D1Database, turn: number, { changes }: Step): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO status_changes (rules_version, from_at, stage, because)
       SELECT ?2, value ->> 'from', value ->> 'stage', value -> 'because'
       FROM json_each(?3)
       WHERE ${IN_TURN}`,
    )
    .bind(turn, RULES_VERSION, JSON.stringify(changes))
}

function addedCheckpoints(
  db: D1Database,
  turn: number,
  { checkpoints }: Step,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO status_checkpoints (rules_version, at, state)
       SELECT ?2, value ->> 'at', value -> 'state'
       FROM json_each(?3)
       WHERE ${IN_TURN}`,
    )
    .bind(turn, RULES_VERSION, JSON.stringify(checkpoints))
}

/** Caches are told that what is shown has changed. */
function shown(db: D1Database, turn: number, at: string): D1PreparedStatement {
  return db
    .prepare(`UPDATE totals SET changed_at = max(COALESCE(changed_at, ''), ?2) WHERE ${IN_TURN}`)
    .bind(turn, at)
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
