import type { Stage } from '../../src/stage.ts'
import { rankOf } from '../../src/status/authority.ts'
import { type Evidence, inOrder, isStanding } from '../../src/status/evidence.ts'
import { statusHistory } from '../../src/status/history.ts'

/** Evidence with its words, where it is a quotation: null where it is none. */
export type Worded = Evidence & { quote?: string | null }

/** The status at a moment. */
export type Status = {
  stage: Stage | null
  /** Since when it is this stage; null where nothing is known. */
  since: string | null
  because: string[]
  articles: string[]
  /** Moment of the latest statement on record for it. */
  confirmed: string | null
  /** Id of the latest new words on the status, on record. */
  lastWord: string | null
  /** Since when there were none, where that is more than a year; else null. */
  quietSince: string | null
}

const QUIET_DAYS = 365
const DAY_MS = 86_400_000

/** The status at a moment (ISO 8601 UTC) from what was published by then: the measure of what is kept. */
export function statusAt(evidence: Worded[], at: string): Status {
  const known = knownAt(evidence, at)
  const last = statusHistory(known).at(-1)
  const spoken = known
    .filter(({ fresh, role }) => fresh && rankOf(role) >= rankOf('actor'))
    .toSorted(inOrder)
  const lastWord = spoken.findLast(isWord)
  const latest = lastWord?.moment ?? null
  const isQuiet = latest !== null && Date.parse(at) - Date.parse(latest) > QUIET_DAYS * DAY_MS
  return {
    stage: last?.stage ?? null,
    since: last?.from ?? null,
    because: last?.because ?? [],
    articles: last?.articles ?? [],
    confirmed: spoken.findLast((one) => isClaim(one, last?.stage))?.moment ?? null,
    lastWord: lastWord?.id ?? null,
    quietSince: isQuiet ? latest : null,
  }
}

/** New words on the status of somebody who answers for them, and of a known day. */
function isWord({ speaker, role, stage, quote, saidOn, withdrawn }: Worded): boolean {
  const isAnswered = speaker !== null || role === 'studio'
  return isAnswered && stage !== null && withdrawn === null && (quote !== null || saidOn !== null)
}

function isClaim({ stage, modality }: Evidence, wanted: Stage | null | undefined): boolean {
  return stage === wanted && !['denial', 'question', 'conditional'].includes(modality)
}

/** What was published by a moment, as it stood then. */
function knownAt(evidence: Worded[], at: string): Worded[] {
  return evidence
    .filter(({ moment }) => moment <= at)
    .map((one) => (isStanding(one, at) ? { ...one, withdrawn: null } : one))
}
