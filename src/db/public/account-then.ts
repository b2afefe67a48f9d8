import type { Stage } from '../../stage.ts'
import { type Account, accountOf } from '../../status/account.ts'
import { RULES_VERSION } from '../../status/reading.ts'
import { type Rereading, rereadingNow } from '../rereading.ts'
import { RULES_SHOWN } from '../rules-shown.ts'
import { upTo } from './page.ts'
import {
  onRecordBy,
  type PublicStatement,
  STATEMENT,
  type StatementRow,
  statementOf,
} from './statement.ts'
import { type StatusThen, statusThen } from './status-then.ts'

/** A headline that claims more than the people quoted support. */
export type Overclaim = {
  article: PublicStatement['article']
  claims: Stage
  supports: Stage | null
}

/** The status at a moment with all that it tells of itself. */
export type AccountThen = StatusThen &
  Account<PublicStatement> & {
    /** Of the week before the moment, latest first. */
    overclaims: Overclaim[]
    rules: {
      /** The rules by which the status is told. */
      version: number
      /** How far the reading by newer ones has come; null where there are none. */
      rereading: Pick<Rereading, 'done' | 'total'> | null
    }
  }

const WORDS_WEIGHED = 36 // the latest on record; not all speak of a stage
const OVERCLAIMS = 10 // that are shown, the latest
const WEEK_MS = 7 * 86_400_000

/** What the status tells at a moment (ISO 8601 UTC, or a day, whose end is meant). */
export async function accountThen(db: D1Database, at: string): Promise<AccountThen> {
  const until = upTo(at)
  const end = at.length === DAY_LENGTH ? `${at}T23:59:59.999Z` : at
  const [status, [words, loud, shown, rereading]] = await Promise.all([
    statusThen(db, at),
    db.batch([
      wordsStanding(db, until),
      overclaimsBetween(db, new Date(Date.parse(end) - WEEK_MS).toISOString(), until),
      db.prepare(`SELECT ${RULES_SHOWN} AS version`).bind(RULES_VERSION),
      rereadingNow(db),
    ]),
  ])
  const onRecord = ((words?.results ?? []) as StatementRow[]).map(statementOf)
  const now = rereading?.results[0] as Rereading | undefined
  return {
    ...status,
    ...accountOf(status, onRecord, end),
    overclaims: ((loud?.results ?? []) as OverclaimRow[]).map(overclaimOf),
    rules: {
      version: (shown?.results[0] as { version: number } | undefined)?.version ?? RULES_VERSION,
      rereading: now ? { done: now.done, total: now.total } : null,
    },
  }
}

const DAY_LENGTH = '2026-01-01'.length

/** The latest new words on record that were not withdrawn by then. */
function wordsStanding(db: D1Database, until: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT ${STATEMENT}
       FROM statements JOIN articles ON articles.id = statements.article_id
       WHERE ${onRecordBy('?1')}
       ORDER BY statements.moment DESC, statements.id DESC
       LIMIT ${WORDS_WEIGHED}`,
    )
    .bind(until)
}

type OverclaimRow = PublicStatement['article'] & { claims: Stage; supports: Stage | null }

function overclaimsBetween(db: D1Database, from: string, until: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, outlet, title, url, published, headline_stage AS claims, stage AS supports
       FROM articles
       WHERE overclaims = 1 AND relevant = 1 AND duplicate_of IS NULL
         AND moment > ?1 AND moment <= ?2
       ORDER BY moment DESC, id DESC
       LIMIT ${OVERCLAIMS}`,
    )
    .bind(from, until)
}

function overclaimOf({ claims, supports, ...article }: OverclaimRow): Overclaim {
  return { article, claims, supports }
}
