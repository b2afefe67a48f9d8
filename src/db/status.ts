import type { Stage } from '../stage.ts'
import type { Modality } from '../status/modality.ts'
import { RULES_VERSION } from '../status/reading.ts'
import type { VoiceRole } from '../story/voices.ts'
import { RULES_SHOWN } from './rules-shown.ts'

/** The status as it stands. */
export type CurrentStatus = { stage: Stage | null; since: string | null; because: string[] }

/** A statement with the article that carries it, as a reader is shown it. */
export type ShownStatement = {
  id: string
  speaker: string | null
  role: VoiceRole
  quote: string | null
  evidence: string
  givenTo: string | null
  saidOn: string | null
  stage: Stage | null
  modality: Modality
  fresh: boolean
  article: { id: string; outlet: string; title: string; url: string; published: string | null }
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
