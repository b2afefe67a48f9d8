import type { Stage } from '../stage.ts'
import type { Evidence } from '../status/evidence.ts'
import { type Checkpoint, START, type Stretch, type Work } from '../status/fold.ts'
import { RULES_VERSION } from '../status/reading.ts'
import { COUNTING, EVIDENCE, type EvidenceRow, evidenceOf } from './evidence.ts'

/** A stretch of the history with what tells whether it is still the one that was read. */
export type OpenStretch = Stretch & {
  turn: number
  /** Whether changes are kept that the step may have to take away. */
  hasChanges: boolean
  /** Whether the history that is shown until this one is done is by other rules. */
  isByNewRules: boolean
}

/**
 * The next stretch that is to be derived, of so many statements, more where one moment has more;
 * null where nothing is to be done, or where the articles are being read again first.
 */
export async function nextStretch(db: D1Database, limit: number): Promise<OpenStretch | null> {
  const head = await readHead(db, limit)
  if (!head) return null
  const { turn, stage, hasChanges, first } = head
  const work = { from: head.from, to: head.to, rewind: parsed<Work['rewind']>(head.rewind) }
  const isWithdrawal = first === work.from
  const base = isWithdrawal
    ? (work.rewind?.base ?? (await baseWithout(db, work.from)))
    : parsed<Checkpoint>(head.base)
  const from = base ?? START
  const { evidence, isAll } = await evidenceAfter(db, from.at, isWithdrawal, work.from, limit)
  return {
    work,
    isWithdrawal,
    withdrawal: isWithdrawal ? head.next : first,
    stage,
    base: from,
    evidence,
    isAll,
    kept: parsed<Checkpoint[]>(head.kept) ?? [],
    turn,
    hasChanges: hasChanges === 1,
    isByNewRules: head.isByNewRules === 1,
  }
}

const KEPT_EVERY = 5 // statements for which a checkpoint is read, on average: more than there are

/** Whether anything is to be derived yet. */
export async function hasStatusWork(db: D1Database): Promise<boolean> {
  const row = await db.prepare('SELECT 1 FROM status_work WHERE from_at IS NOT NULL').first()
  return row !== null
}

type HeadRow = {
  turn: number
  from: string
  to: string
  rewind: string | null
  stage: Stage | null
  first: string | null
  next: string | null
  base: string | null
  kept: string | null
  hasChanges: number
  isByNewRules: number | null
}

async function readHead(db: D1Database, limit: number): Promise<HeadRow | null> {
  return await db
    .prepare(
      `SELECT turn, from_at AS "from", to_at AS "to", rewind,
              (SELECT stage FROM status_changes
               WHERE rules_version = ?1 AND from_at < work.from_at
               ORDER BY from_at DESC LIMIT 1) AS stage,
              (SELECT min(withdrawn_at) FROM statements
               WHERE withdrawn_at >= work.from_at AND ${COUNTING}) AS first,
              (SELECT min(withdrawn_at) FROM statements
               WHERE withdrawn_at > work.from_at AND ${COUNTING}) AS next,
              (SELECT json_object('at', at, 'state', json(state)) FROM status_checkpoints
               WHERE rules_version = ?1 AND at < work.from_at
               ORDER BY at DESC LIMIT 1) AS base,
              (SELECT json_group_array(json_object('at', at, 'state', json(state)))
               FROM (SELECT at, state FROM status_checkpoints
                     WHERE rules_version = ?1 AND at >= work.from_at
                     ORDER BY at LIMIT ?2)) AS kept,
              EXISTS (SELECT 1 FROM status_changes
                      WHERE rules_version = ?1 AND from_at >= work.from_at) AS hasChanges,
              rules_version <> ?1 AS isByNewRules
       FROM status_work AS work
       WHERE from_at IS NOT NULL
         AND (rules_version IS NULL OR rules_version = ?1 OR EXISTS (
           SELECT 1 FROM rereading WHERE rules_version = ?1 AND finished_at IS NOT NULL))`,
    )
    .bind(RULES_VERSION, Math.ceil(limit / KEPT_EVERY))
    .first<HeadRow>()
}

/** The last checkpoint before a withdrawal that holds nothing which is withdrawn by then. */
async function baseWithout(db: D1Database, at: string): Promise<Checkpoint | null> {
  const row = await db
    .prepare(
      `SELECT at, state
       FROM status_checkpoints AS kept
       WHERE rules_version = ?1 AND at < ?2 AND NOT EXISTS (
         SELECT 1 FROM statements
         WHERE withdrawn_at > kept.at AND withdrawn_at <= ?2 AND moment <= kept.at AND ${COUNTING})
       ORDER BY at DESC
       LIMIT 1`,
    )
    .bind(RULES_VERSION, at)
    .first<{ at: string; state: string }>()
  return row && { at: row.at, state: JSON.parse(row.state) as Checkpoint['state'] }
}

/** What counts after a moment; `until` a withdrawal, what then stands. Twice the limit where need be. */
async function evidenceAfter(
  db: D1Database,
  after: string,
  isWithdrawal: boolean,
  from: string,
  limit: number,
): Promise<{ evidence: Evidence[]; isAll: boolean }> {
  const { results } = await db
    .prepare(
      `SELECT ${EVIDENCE}
       FROM statements
       WHERE moment > ?1 AND ${COUNTING}
         AND (?2 IS NULL OR (moment <= ?2 AND (withdrawn_at IS NULL OR withdrawn_at > ?2)))
       ORDER BY moment, id
       LIMIT ?3`,
    )
    .bind(after, isWithdrawal ? from : null, limit)
    .all<EvidenceRow>()
  const evidence = results.map(evidenceOf)
  const isAll = evidence.length < limit
  const passed = (isWithdrawal ? evidence[0]?.moment : from) ?? ''
  return isAll || (evidence.at(-1)?.moment ?? '') > passed
    ? { evidence, isAll }
    : await evidenceAfter(db, after, isWithdrawal, from, limit * 2)
}

function parsed<Value>(json: string | null): Value | null {
  return json === null ? null : (JSON.parse(json) as Value)
}
