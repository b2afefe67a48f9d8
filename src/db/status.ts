import type { ArticleLink } from '../article.ts'
import type { Stage } from '../stage.ts'
import { RULES_VERSION } from '../status/reading.ts'
import type { Statement } from '../status/statements.ts'
import { RULES_SHOWN } from './rules-shown.ts'

/** The status as it stands. */
type CurrentStatus = { stage: Stage | null; since: string | null; because: string[] }

/** A statement with the article that carries it, as a reader is shown it. */
export type ShownStatement = Omit<Statement, 'rule' | 'quoteKey' | 'recalled'> & {
  /** Whether it stood in no earlier article. */
  fresh: boolean
  article: ArticleLink
}

/** The latest status by the rules that are shown; stage null where nothing has been read. */
export async function currentStatus(db: D1Database): Promise<CurrentStatus> {
  const row = await db
    .prepare(
      `SELECT from_at AS since, stage, because
       FROM status_changes
       WHERE rules_version = ${RULES_SHOWN}
       ORDER BY from_at DESC
       LIMIT 1`,
    )
    .bind(RULES_VERSION)
    .first<{ since: string; stage: Stage | null; because: string }>()
  if (!row) return { stage: null, since: null, because: [] }
  return { ...row, because: JSON.parse(row.because) as string[] }
}
