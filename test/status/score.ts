import { LADDER } from '../../src/stage.ts'
import { folded, type Tally, tallied, tallySpeakers } from './score-counts.ts'

/** What a careful reader takes from an article. */
export type GoldArticle = {
  relevant: boolean
  duplicate_of?: string | null
  story?: string | null
  original?: string
  stage?: string | null
  stage_also?: string[]
  overclaims?: boolean
  statements?: { speaker: string | null; quote?: string | null }[]
}

export type Gold = {
  articles: Record<string, GoldArticle>
  stories?: Record<string, { original_outlet?: string }>
  timeline?: Record<string, { from: string; stage: string | null }[]>
}

/** A line that `npm run read` answers for an article. */
export type ReadArticle = {
  id: string
  relevant: boolean
  stage: string | null
  overclaims: boolean
  duplicateOf: string | null
  story: string | null
  original: string | null
  statements: { speaker: string | null; quote: string | null }[]
}

export type ReadChange = { from: string; stage: string | null }

/** Shares between 0 and 1; `falseStrong` and `wronglyJoined` are counts. 1 where nothing counts. */
export type Scores = {
  relevance: number
  stage: number
  falseStrong: number
  missedStrong: number
  overclaim: number
  duplicates: number
  wronglyJoined: number
  stories: number
  original: number
  speakers: number
  quotations: number
  timeline: number
}

/** How well articles and changes of status were read, against what a careful reader says. */
export function scoreReading(gold: Gold, read: ReadArticle[], changes: ReadChange[]): Scores {
  const byId = new Map(read.map((article) => [article.id, article]))
  const pairs = Object.entries(gold.articles).flatMap(([id, want]): Pair[] => {
    const have = byId.get(id)
    return have ? [{ id, want, have }] : []
  })
  const relevant = pairs.filter(({ want }) => want.relevant)
  const stageRight = relevant.filter(({ want, have }) => stagesOf(want).includes(have.stage))
  return {
    relevance: f1(tallied(pairs, ({ want, have }) => [want.relevant, have.relevant])),
    stage: share(stageRight.length, relevant.length),
    falseStrong: relevant.filter(
      ({ want, have }) => isStrong(have.stage) && !stagesOf(want).some(isStrong),
    ).length,
    missedStrong: relevant.filter(
      ({ want, have }) => isStrong(want.stage ?? null) && !isStrong(have.stage),
    ).length,
    overclaim: f1(
      tallied(relevant, ({ want, have }) => [want.overclaims === true, have.overclaims]),
    ),
    ...duplicates(gold, relevant),
    stories: bCubed(relevant),
    original: originals(gold, relevant),
    speakers: f1(tallySpeakers(relevant)),
    quotations: quotations(relevant),
    timeline: timeline(gold, changes),
  }
}

export type Pair = { id: string; want: GoldArticle; have: ReadArticle }

function stagesOf({ stage, stage_also }: GoldArticle): (string | null)[] {
  return [stage ?? null, ...(stage_also ?? [])]
}

const STRONG = LADDER.indexOf('greenlit')

function isStrong(stage: string | null): boolean {
  return stage === 'cancelled' || LADDER.some((rung, i) => rung === stage && i >= STRONG)
}

function f1({ right, extra, missed }: Tally): number {
  if (right === 0) return extra + missed > 0 ? 0 : 1
  return (2 * right) / (2 * right + extra + missed)
}

function share(part: number, all: number): number {
  return all === 0 ? 1 : part / all
}

function duplicates(gold: Gold, pairs: Pair[]): { duplicates: number; wronglyJoined: number } {
  const rootOf = (id: string) => gold.articles[id]?.duplicate_of ?? id
  const counts: Tally = { right: 0, extra: 0, missed: 0 }
  for (const { want, have } of pairs) {
    const wanted = want.duplicate_of ?? null
    if (wanted && have.duplicateOf && rootOf(have.duplicateOf) === rootOf(wanted)) counts.right++
    else {
      if (wanted) counts.missed++
      if (have.duplicateOf) counts.extra++
    }
  }
  return { duplicates: f1(counts), wronglyJoined: counts.extra }
}

/** B-cubed F1 over articles with a story (Bagga and Baldwin 1998). */
function bCubed(pairs: Pair[]): number {
  const inStory = pairs.filter(({ want }) => want.story)
  const told = ({ id, have }: Pair) => have.story ?? id
  let precision = 0
  let recall = 0
  for (const one of inStory) {
    const together = inStory.filter((other) => told(other) === told(one))
    const wanted = inStory.filter((other) => other.want.story === one.want.story)
    const both = together.filter((other) => other.want.story === one.want.story).length
    precision += both / together.length / inStory.length
    recall += both / wanted.length / inStory.length
  }
  return inStory.length === 0 ? 1 : (2 * precision * recall) / (precision + recall)
}

function originals(gold: Gold, pairs: Pair[]): number {
  const wanted = pairs.flatMap(({ want, have }) => {
    const original = want.original ?? gold.stories?.[want.story ?? '']?.original_outlet
    return original && folded(original) !== 'unknown'
      ? [{ want: folded(original), have: folded(have.original) }]
      : []
  })
  const right = wanted.filter(
    ({ want, have }) => have !== '' && (want.startsWith(have) || have.startsWith(want)),
  )
  return share(right.length, wanted.length)
}

/** Share of the quotations that are found, each under its speaker's name. */
function quotations(pairs: Pair[]): number {
  const wanted = pairs.flatMap(({ want, have }) =>
    (want.statements ?? []).filter(({ quote }) => quote).map((said) => ({ said, have })),
  )
  const found = wanted.filter(({ said, have }) =>
    have.statements.some(({ quote, speaker }) => {
      const isSame = quote !== null && isWithin(folded(quote), folded(said.quote ?? null))
      return isSame && folded(speaker) === folded(said.speaker)
    }),
  )
  return share(found.length, wanted.length)
}

function isWithin(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one)
}

const DAY_MS = 86_400_000

/** Share of days, until a month after the last change, with the careful editor's stage. */
function timeline(gold: Gold, changes: ReadChange[]): number {
  let days = 0
  let right = 0
  for (const wanted of Object.values(gold.timeline ?? {})) {
    const [first] = wanted
    if (!first || changes.length === 0) continue
    const ends = [...wanted.slice(-1), ...changes].map(({ from }) => Date.parse(from))
    const last = Math.max(...ends) + 30 * DAY_MS
    for (let day = Date.parse(first.from); day < last; day += DAY_MS) {
      days++
      if (stageOn(wanted, day) === stageOn(changes, day)) right++
    }
  }
  return share(right, days)
}

function stageOn(changes: ReadChange[], day: number): string | null {
  return changes.findLast(({ from }) => Date.parse(from) <= day)?.stage ?? null
}
