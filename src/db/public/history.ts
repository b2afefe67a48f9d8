import type { Stage } from '../../stage.ts'
import { isOnRecord } from '../../status/authority.ts'
import { RULES_VERSION } from '../../status/reading.ts'
import { upTo } from './page.ts'
import { findStatements, type PublicStatement, wordsOnRecord } from './statements.ts'

/** The status by what was published at a moment. */
export type StatusThen = {
  stage: Stage | null
  /** Since when it is this stage (ISO 8601 UTC); null where nothing was known. */
  since: string | null
  /** The statements that brought it. */
  because: PublicStatement[]
  /** Whether one of those who brought it answers for it with their name or office. */
  isOnRecord: boolean
  /** Moment of the latest statement on record for this stage. */
  confirmed: string | null
  /** Since when nobody said anything on record, where that is more than a year. */
  quietSince: string | null
  /** The latest new words of a named person who answers for them. */
  lastWord: PublicStatement | null
}

/** A change of the status with the statements that brought it. */
export type StatusStep = { from: string; stage: Stage | null; because: PublicStatement[] }

const QUIET_DAYS = 365
const DAY_MS = 86_400_000

/**
 * The status at a moment (ISO 8601 UTC, or a day, whose end is meant), by what was published then.
 * What was read later changes it: it is not what this site said on that day.
 */
export async function statusThen(db: D1Database, at: string): Promise<StatusThen> {
  const until = upTo(at)
  const [change, spoken, words] = await Promise.all([
    changeBefore(db, until),
    latestOnRecord(db, until),
    wordsOnRecord(db, until, 1),
  ])
  const [because, confirmed] = await Promise.all([
    findStatements(db, change?.because ?? []),
    change?.stage ? confirmedBefore(db, change.stage, until) : null,
  ])
  return {
    stage: change?.stage ?? null,
    since: change?.from ?? null,
    because,
    isOnRecord: because.some(({ role }) => isOnRecord(role)),
    confirmed,
    quietSince: quietSince(spoken, at),
    lastWord: words[0] ?? null,
  }
}

function quietSince(spoken: string | null, at: string): string | null {
  return spoken && Date.parse(at) - Date.parse(spoken) > QUIET_DAYS * DAY_MS ? spoken : null
}

type Change = { from: string; stage: Stage | null; because: string[] }
type ChangeRow = Omit<Change, 'because'> & { because: string }

async function changeBefore(db: D1Database, until: string): Promise<Change | null> {
  const row = await db
    .prepare(
      `SELECT from_at AS "from", stage, because
       FROM status_changes
       WHERE rules_version = ?1 AND from_at <= ?2
       ORDER BY from_at DESC
       LIMIT 1`,
    )
    .bind(RULES_VERSION, until)
    .first<ChangeRow>()
  return row && changeOf(row)
}

async function latestOnRecord(db: D1Database, until: string): Promise<string | null> {
  return await db
    .prepare(
      `SELECT moment
       FROM statements
       WHERE fresh = 1 AND role NOT IN ('outlet', 'insider', 'other') AND moment <= ?1
       ORDER BY moment DESC
       LIMIT 1`,
    )
    .bind(until)
    .first<string>('moment')
}

async function confirmedBefore(
  db: D1Database,
  stage: Stage,
  until: string,
): Promise<string | null> {
  return await db
    .prepare(
      `SELECT moment
       FROM statements
       WHERE stage = ?1 AND fresh = 1 AND role NOT IN ('outlet', 'insider', 'other')
         AND moment <= ?2
       ORDER BY moment DESC
       LIMIT 1`,
    )
    .bind(stage, until)
    .first<string>('moment')
}

const STEPS = 500 // changes that are shown, the latest

/** Every change of the status by the rules of today, in order of time, with its reasons. */
export async function listHistory(db: D1Database): Promise<StatusStep[]> {
  const { results } = await db
    .prepare(
      `SELECT from_at AS "from", stage, because
       FROM status_changes
       WHERE rules_version = ?1
       ORDER BY from_at DESC
       LIMIT ${STEPS}`,
    )
    .bind(RULES_VERSION)
    .all<ChangeRow>()
  const changes = results.map(changeOf).toReversed()
  const statements = await findStatements(db, [...new Set(changes.flatMap((one) => one.because))])
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  return changes.map(({ from, stage, because }) => ({
    from,
    stage,
    because: because.flatMap((id) => byId.get(id) ?? []),
  }))
}

function changeOf({ because, ...row }: ChangeRow): Change {
  return { ...row, because: JSON.parse(because) as string[] }
}
