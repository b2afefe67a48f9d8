import type { StoryJoin } from '../story/stories.ts'
import type { Corrected, StatementChange, StatementMark } from './corrections.ts'
import { placeDated } from './dated-placement.ts'
import { overclaims } from './overclaim.ts'
import type { Known, Placement } from './placement.ts'
import type { Reading } from './reading.ts'
import { type DatedStatement, isWithdrawn } from './revision.ts'
import type { Statement } from './statements.ts'
import { supportOf } from './support.ts'

/** What an admin corrected, over what the rules read. The reading that is kept stays as it was. */
export function correctReading(reading: Reading, corrected: Corrected): Reading {
  const relevant = corrected.relevant ?? reading.relevant
  const why = relevant === reading.relevant ? reading.why : 'an admin says so'
  if (!corrected.statements?.length) return { ...reading, relevant, why }
  const statements = corrected.statements.reduce(changed, reading.statements)
  const stage = stageOf(reading, statements)
  return {
    ...reading,
    relevant,
    why,
    statements,
    stage,
    overclaims: relevant && overclaims(reading.headlineStage, stage, statements),
  }
}

/** The place of a corrected article: by the rules where nothing was said of it. Pure. */
export function placeCorrected(
  reading: Reading,
  moment: string,
  known: Known,
  corrected: Corrected,
  /** Story of the article that `corrected.story` names; null where that has none. */
  pinned: string | null,
): Placement {
  const others = corrected.isOriginal ? { ...known, articles: [] } : known
  const placement = placeDated(reading, moment, others)
  const story = corrected.story === reading.articleId ? reading.articleId : pinned
  if (!corrected.story || !story) return placement
  const isOwn = story === reading.articleId
  const join: StoryJoin = {
    method: 'corrected',
    score: 1,
    partner: isOwn ? null : corrected.story,
  }
  return {
    ...placement,
    storyId: story,
    join,
    original: isOwn ? reading.original : placement.original,
    freshQuotations: placement.freshQuotations.map((one) => ({ ...one, storyId: story })),
    founds: isOwn ? founded(reading, moment) : null,
  }
}

function founded(reading: Reading, moment: string): Placement['founds'] {
  const { articleId: id, speaker, original, storyKeys } = reading
  return { id, moment, speaker, original, lookupKeys: storyKeys }
}

function changed(
  statements: Statement[],
  { mark, change }: { mark: StatementMark; change: StatementChange },
): Statement[] {
  const meant = markedBy(statements, mark)
  if (!meant) return statements
  const { isStruck, ...values } = change
  return statements.flatMap((one) => {
    if (one !== meant) return [one]
    return isStruck ? [] : [{ ...one, ...values }]
  })
}

/** The statement that bears a mark: the same words, and of several the one of the same rule. */
export function markedBy(statements: Statement[], mark: StatementMark): Statement | null {
  const same = statements.filter(
    ({ evidence, quoteKey }) =>
      evidence === mark.evidence || (quoteKey !== null && quoteKey === mark.quoteKey),
  )
  const near = same.length ? same : statements.filter((one) => holds(one.evidence, mark.evidence))
  return near.find(({ rule }) => rule === mark.rule) ?? near[0] ?? null
}

/** Other rules may cut a sentence elsewhere. */
function holds(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one)
}

/** As src/status/reading.ts weighs what one article says. */
function stageOf({ published }: Reading, said: DatedStatement[]): Reading['stage'] {
  const day = published?.slice(0, 10) ?? '9999-12-31'
  const statements = said.filter((one) => !isWithdrawn(one))
  return supportOf(statements.map((one) => ({ ...one, when: one.saidOn ?? day })))?.stage ?? null
}
