import { calendarDays } from '../day.ts'
import { explanationOf, type Sentence } from './explanation.ts'
import { whatWouldChange } from './outlook.ts'
import { type Reasoned, type Sureness, surenessOf, voicesFor } from './sureness.ts'
import { heardAt, isAgainst, type Told } from './told.ts'

/** One interview or announcement, however many articles print it. */
export type Source = {
  speaker: string | null
  role: Told['role']
  outlet: string
  /** Day or month on which it was said; else the day of the first article. */
  on: string
  /** Id of the first statement from it. */
  statement: string
}

/** All that a status tells of itself. */
export type Account<One extends Told> = {
  sureness: Sureness
  /** Latest first. */
  supporting: One[]
  /** What was said against it since it came to be, latest first. */
  opposing: One[]
  /** Who last bore it out on record. */
  confirmedBy: One | null
  /** Independent of each other, earliest first. */
  sources: Source[]
  /** Days since the last word on record; null where there is none. */
  daysWithoutNews: number | null
  /** What would change it. */
  outlook: string
  /** Each sentence with the statements that it tells of. */
  explanation: Sentence[]
}

type Status<One extends Told> = Reasoned & { because: One[] }

/**
 * What a status tells, from what brought it and from the latest words on record at a moment (ISO 8601
 * UTC). None of these may be later than it, nor withdrawn by then. Pure.
 */
export function accountOf<One extends Told>(
  status: Status<One>,
  onRecord: One[],
  at: string,
): Account<One> {
  const { stage, since, lastWord } = status
  const voices = new Set(voicesFor(status, onRecord).map(({ id }) => id))
  const all = [...new Map([...status.because, ...onRecord].map((one) => [one.id, one])).values()]
  const latest = all.toSorted(latestFirst)
  const supporting = latest.filter(({ id }) => voices.has(id))
  const opposing = latest.filter(
    (one) => stage && !voices.has(one.id) && one.moment >= (since ?? '') && isAgainst(one, stage),
  )
  const facts = {
    sureness: surenessOf(status, onRecord),
    supporting,
    opposing,
    confirmedBy: supporting[0] ?? null,
    sources: sourcesOf(supporting),
    daysWithoutNews: lastWord && Math.max(0, calendarDays(lastWord.moment, at)),
    outlook: whatWouldChange(stage),
  }
  return { ...facts, explanation: explanationOf(status, facts) }
}

function latestFirst(a: Told, b: Told): number {
  if (a.moment !== b.moment) return a.moment < b.moment ? 1 : -1
  return a.id < b.id ? -1 : 1
}

/** Whoever spoke to an outlet counts once there, however often it was printed. */
function sourcesOf(supporting: Told[]): Source[] {
  const sources = new Map<string, Source>()
  for (const one of supporting.toReversed()) {
    const outlet = heardAt(one)
    const name = `${one.speaker ?? one.role} ${outlet}`.toLowerCase()
    if (sources.has(name)) continue
    const { speaker, role, id, moment, saidOn } = one
    sources.set(name, { speaker, role, outlet, on: saidOn ?? moment.slice(0, 10), statement: id })
  }
  return [...sources.values()]
}
