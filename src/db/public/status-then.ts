import type { Stage } from '../../stage.ts'
import { isOnRecord } from '../../status/authority.ts'
import { RULES_VERSION } from '../../status/reading.ts'
import { RULES_SHOWN } from '../rules-shown.ts'
import { keptReasons } from './history.ts'
import {
  onRecordBy,
  type PublicStatement,
  STATEMENT,
  type StatementRow,
  statementOf,
} from './statement.ts'
import { lastWordBy } from './statements.ts'
import { readTotals, type Totals, totalsNow } from './totals.ts'

/**
 * The status by what was published at a moment. What was read later changes it: it is not what this
 * site said at that moment.
 */
export type StatusThen = {
  stage: Stage | null
  /** Since when it is this stage (ISO 8601 UTC); null where nothing was known. */
  since: string | null
  /** The statements that brought it, latest first. */
  because: PublicStatement[]
  /** Whether one of those who brought it answers for it with their name or office. */
  isOnRecord: boolean
  /** Moment of the latest statement on record for this stage. */
  confirmed: string | null
  /** The latest new words on the status that a named person or the studio answers for. */
  lastWord: PublicStatement | null
  /** Since when there were none, where that is more than a year. */
  quietSince: string | null
  /** How much has been read by now. */
  counts: Totals
}

/** The silence after which it is told of. */
export const QUIET_MS = 365 * 86_400_000

/** What asks for it, up to a text that its moments sort below: first in a batch with other things. */
export function askStatus(db: D1Database, until: string): D1PreparedStatement[] {
  return [
    changeBefore(db, until),
    reasonsBefore(db, until),
    confirmedBefore(db, until),
    lastWordBy(db, until),
    totalsNow(db),
  ]
}

/** What was answered to that; `at` is the moment (ISO 8601 UTC), or a day. */
export function readStatus(results: D1Result[], at: string): StatusThen {
  const [changes, reasons, confirmed, words, totals] = results
  const change = changes?.results[0] as ChangeRow | undefined
  const because =
    keptReasons(change?.kept ?? null) ??
    ((reasons?.results ?? []) as StatementRow[]).map(statementOf)
  const word = words?.results[0] as StatementRow | undefined
  const latest = confirmed?.results[0] as { moment: string } | undefined
  return {
    stage: change?.stage ?? null,
    since: change?.since ?? null,
    because,
    isOnRecord: because.some(({ role }) => isOnRecord(role)),
    confirmed: latest?.moment ?? null,
    quietSince: quietSince(word?.moment ?? null, at),
    lastWord: word ? statementOf(word) : null,
    counts: readTotals(totals),
  }
}

function quietSince(spoken: string | null, at: string): string | null {
  return spoken && Date.parse(at) - Date.parse(spoken) > QUIET_MS ? spoken : null
}

const LATEST = `FROM status_changes
  WHERE rules_version = ${RULES_SHOWN} AND from_at <= ?2
  ORDER BY from_at DESC
  LIMIT 1`

/** `kept`: the reasons as former rules had read them, where their status is the one that is shown. */
type ChangeRow = { since: string; stage: Stage | null; kept: string | null }

function changeBefore(db: D1Database, until: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT from_at AS since, stage,
              (SELECT statements FROM status_reasons AS kept
               WHERE kept.rules_version = status_changes.rules_version
                 AND kept.from_at = status_changes.from_at) AS kept
       ${LATEST}`,
    )
    .bind(RULES_VERSION, until)
}

const REASONS = 20 // statements that are shown for one status

function reasonsBefore(db: D1Database, until: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT ${STATEMENT}
       FROM (SELECT value AS reason FROM json_each((SELECT because ${LATEST})) LIMIT ${REASONS})
         CROSS JOIN statements
           ON article_id = substr(reason, 1, instr(reason, '#') - 1) AND statements.id = reason
       ORDER BY statements.moment DESC, statements.id`,
    )
    .bind(RULES_VERSION, until)
}

function confirmedBefore(db: D1Database, until: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT said_of.moment
       FROM said_of CROSS JOIN statements
         ON statements.article_id = said_of.article_id AND statements.moment = said_of.moment
       WHERE said_of.stage = (SELECT stage ${LATEST}) AND said_of.moment <= ?2
         AND statements.stage = said_of.stage AND ${onRecordBy('?2')}
         AND modality NOT IN ('denial', 'question', 'conditional')
       ORDER BY said_of.moment DESC
       LIMIT 1`,
    )
    .bind(RULES_VERSION, until)
}
