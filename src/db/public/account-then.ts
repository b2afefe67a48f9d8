import type { Stage } from '../../stage.ts'
import { type Account, accountOf } from '../../status/account.ts'
import { isOnRecord } from '../../status/authority.ts'
import { RULES_VERSION } from '../../status/reading.ts'
import { type Rereading, rereadingNow } from '../rereading.ts'
import { RULES_SHOWN } from '../rules-shown.ts'
import { upTo } from './page.ts'
import type { PublicStatement } from './statement.ts'
import { askStatus, readStatus, type StatusThen } from './status-then.ts'
import { statementsTold, TOLD, type Told } from './told.ts'

/** A headline that claims more than the people quoted support. */
type Overclaim = {
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

/** What the status and all that it tells of itself are made from. */
export type Grounds = {
  status: StatusThen
  /** The latest new words on record, latest first; not all speak of a stage. */
  onRecord: PublicStatement[]
  /** The latest headlines of the week before that claim too much, latest first. */
  overclaims: (Overclaim & { moment: string })[]
  rules: AccountThen['rules']
}

const ARTICLES_WEIGHED = 10 // the latest with something new: D1 reads two rows for each
const OVERCLAIMS = 5 // that are shown, the latest
const WEEK_MS = 7 * 86_400_000

/** What the status tells at a moment (ISO 8601 UTC, or a day, whose end is meant). */
export async function accountThen(db: D1Database, at: string): Promise<AccountThen> {
  return accountFrom(await groundsThen(db, at, ARTICLES_WEIGHED), endOf(at))
}

/** What there is to tell from at a moment, with the words of so many articles. One round trip. */
export async function groundsThen(db: D1Database, at: string, articles: number): Promise<Grounds> {
  const until = upTo(at)
  const asked = askStatus(db, until)
  const results = await db.batch([
    ...asked,
    toldBy(db, until, articles),
    overclaimsBetween(db, weekBefore(endOf(at)), until),
    db.prepare(`SELECT ${RULES_SHOWN} AS version`).bind(RULES_VERSION),
    rereadingNow(db),
  ])
  const [told, loud, shown, rereading] = results.slice(asked.length)
  const now = rereading?.results[0] as Rereading | undefined
  return {
    status: readStatus(results, at),
    onRecord: wordsStanding((told?.results ?? []) as Told[], until),
    overclaims: ((loud?.results ?? []) as OverclaimRow[]).map(overclaimOf),
    rules: {
      version: (shown?.results[0] as { version: number } | undefined)?.version ?? RULES_VERSION,
      rereading: now ? { done: now.done, total: now.total } : null,
    },
  }
}

/** What they tell at a moment (ISO 8601 UTC) until which nothing came to them. Pure. */
export function accountFrom(grounds: Grounds, at: string): AccountThen {
  const { status, onRecord, overclaims, rules } = grounds
  const from = weekBefore(at)
  return {
    ...status,
    ...accountOf(status, onRecord, at),
    overclaims: overclaims.flatMap(({ moment, ...one }) => (moment > from ? [one] : [])),
    rules,
  }
}

function weekBefore(at: string): string {
  return new Date(Date.parse(at) - WEEK_MS).toISOString()
}

const DAY_LENGTH = '2026-01-01'.length

function endOf(at: string): string {
  return at.length === DAY_LENGTH ? `${at}T23:59:59.999Z` : at
}

/** The latest articles with something new. */
function toldBy(db: D1Database, until: string, articles: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT ${TOLD}
       FROM (SELECT moment, article_id FROM said_at
             WHERE is_new = 1 AND moment <= ?1
             ORDER BY moment DESC, article_id DESC
             LIMIT ?2) AS told
         CROSS JOIN articles ON articles.id = told.article_id`,
    )
    .bind(until, articles)
}

/** The new words on record in them that were not withdrawn by then, latest first. */
function wordsStanding(told: Told[], until: string): PublicStatement[] {
  return told.flatMap(statementsTold).flatMap(({ statement, withdrawn }) => {
    const isStanding = withdrawn === null || withdrawn > until
    return statement.fresh && isOnRecord(statement.role) && isStanding ? [statement] : []
  })
}

type OverclaimRow = PublicStatement['article'] & {
  claims: Stage
  supports: Stage | null
  moment: string
}

function overclaimsBetween(db: D1Database, from: string, until: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, outlet, title, url, published, headline_stage AS claims, stage AS supports,
              moment
       FROM articles
       WHERE overclaims = 1 AND relevant = 1 AND duplicate_of IS NULL
         AND moment > ?1 AND moment <= ?2
       ORDER BY moment DESC, id DESC
       LIMIT ${OVERCLAIMS}`,
    )
    .bind(from, until)
}

function overclaimOf({ claims, supports, moment, ...article }: OverclaimRow) {
  return { article, claims, supports, moment }
}
