import type { Stage } from '../stage.ts'
import { type Evidence, inOrder, isCounting, isStanding } from '../status/evidence.ts'
import { type Checkpoint, START, type Stretch, type Work } from '../status/fold.ts'
import { RULES_VERSION } from '../status/reading.ts'
import { evidenceIn, type SaidRow } from './statements.ts'

/** A stretch of the history with what tells whether it is still the one that was read. */
export type OpenStretch = Stretch & {
  turn: number
  /** Whether changes are kept that the step may have to take away. */
  hasChanges: boolean
  /** Whether the history that is shown until this one is done is by other rules. */
  isByNewRules: boolean
}

/**
 * The next stretch that is to be derived, of what so many articles say, more where one moment has more;
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
  const read = isWithdrawal ? null : groupsIn(head.said)
  const until = isWithdrawal ? work.from : null
  const { evidence, isAll } = await evidenceAfter(db, from.at, until, work.from, limit, read)
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

const KEPT_EVERY = 5 // articles for which a checkpoint is read, on average: more than there are

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
  said: string
}

/** The work, what is kept around where it begins, and what is said after the last checkpoint before. */
async function readHead(db: D1Database, limit: number): Promise<HeadRow | null> {
  return await db
    .prepare(
      `SELECT turn, from_at AS "from", to_at AS "to", rewind,
              (SELECT stage FROM status_changes
               WHERE rules_version = ?1 AND from_at < work.from_at
               ORDER BY from_at DESC LIMIT 1) AS stage,
              (SELECT min(at) FROM withdrawals WHERE at >= work.from_at) AS first,
              (SELECT min(at) FROM withdrawals WHERE at > work.from_at) AS next,
              (SELECT json_object('at', at, 'state', json(state)) FROM status_checkpoints
               WHERE rules_version = ?1 AND at = base_at) AS base,
              (SELECT json_group_array(json_object('at', at, 'state', json(state)))
               FROM (SELECT at, state FROM status_checkpoints
                     WHERE rules_version = ?1 AND at >= work.from_at
                     ORDER BY at LIMIT ?2)) AS kept,
              EXISTS (SELECT 1 FROM status_changes
                      WHERE rules_version = ?1 AND from_at >= work.from_at) AS hasChanges,
              rules_version <> ?1 AS isByNewRules,
              (SELECT json_group_array(json_object(${SAID_PAIRS}))
               FROM (${saidAfter("COALESCE(work.base_at, '')", 'NULL', '?3')})) AS said
       FROM (SELECT *, (SELECT max(at) FROM status_checkpoints
                        WHERE rules_version = ?1 AND at < from_at) AS base_at
             FROM status_work) AS work
       WHERE from_at IS NOT NULL
         AND (rules_version IS NULL OR rules_version = ?1 OR EXISTS (
           SELECT 1 FROM rereading WHERE rules_version = ?1 AND finished_at IS NOT NULL))`,
    )
    .bind(RULES_VERSION, Math.ceil(limit / KEPT_EVERY), limit)
    .first<HeadRow>()
}

/** An article's statements of one moment: of its first text, or of a revision. */
type Group = SaidRow & { at: string }

const SAID_PAIRS = `'articleId', articleId, 'moment', moment, 'at', at, 'said', said`

/** What new words were said after a moment and up to another, null for all, article by article. */
function saidAfter(after: string, until: string, limit: string): string {
  return `SELECT id AS articleId, articles.moment AS moment, said_at.moment AS at, said
    FROM said_at CROSS JOIN articles ON articles.id = article_id
    WHERE is_new = 1 AND said_at.moment > ${after}
      AND (${until} IS NULL OR said_at.moment <= ${until})
    ORDER BY said_at.moment, article_id
    LIMIT ${limit}`
}

function groupsIn(said: string): Group[] {
  return JSON.parse(said) as Group[]
}

/** The last checkpoint before a withdrawal that holds nothing which is withdrawn by then. */
async function baseWithout(db: D1Database, at: string): Promise<Checkpoint | null> {
  const row = await db
    .prepare(
      `SELECT at, state
       FROM status_checkpoints AS kept
       WHERE rules_version = ?1 AND at < ?2 AND NOT EXISTS (
         SELECT 1 FROM withdrawals
         WHERE withdrawals.at > kept.at AND withdrawals.at <= ?2 AND moment <= kept.at)
       ORDER BY at DESC
       LIMIT 1`,
    )
    .bind(RULES_VERSION, at)
    .first<{ at: string; state: string }>()
  return row && { at: row.at, state: JSON.parse(row.state) as Checkpoint['state'] }
}

/**
 * What counts after a moment; `until` a withdrawal, what then stands. Of so many articles, of twice as
 * many where need be; `read` are the first ones where they are known.
 */
async function evidenceAfter(
  db: D1Database,
  after: string,
  until: string | null,
  from: string,
  limit: number,
  read: Group[] | null,
): Promise<{ evidence: Evidence[]; isAll: boolean }> {
  const groups = read ?? (await readGroups(db, after, until, limit))
  const evidence = groups
    .flatMap((group) => evidenceIn(group).filter(({ moment }) => moment === group.at))
    .filter((one) => isCounting(one) && (until === null || isStanding(one, until)))
    .toSorted(inOrder)
  const isAll = groups.length < limit
  const passed = (until === null ? from : evidence[0]?.moment) ?? ''
  return isAll || (evidence.at(-1)?.moment ?? '') > passed
    ? { evidence, isAll }
    : await evidenceAfter(db, after, until, from, limit * 2, null)
}

async function readGroups(
  db: D1Database,
  after: string,
  until: string | null,
  limit: number,
): Promise<Group[]> {
  const { results } = await db
    .prepare(saidAfter('?1', '?2', '?3'))
    .bind(after, until, limit)
    .all<Group>()
  return results
}

function parsed<Value>(json: string | null): Value | null {
  return json === null ? null : (JSON.parse(json) as Value)
}
