import type { KnownQuotation } from '../story/quotations.ts'
import { type Known, type Placement, placeArticle } from './placement.ts'
import type { Reading } from './reading.ts'
import type { DatedQuotation, DatedStatement } from './revision.ts'

/** A reading whose parts may have come with revisions. */
type Dated = Omit<Reading, 'statements' | 'quotations'> & {
  statements: DatedStatement[]
  quotations: DatedQuotation[]
}

/**
 * Places a reading with each part as of the moment that brought it: what a revision added is fresh
 * only if nobody had it by then. `known.quotations` may reach up to the last of these moments. Pure.
 */
export function placeDated(reading: Dated, moment: string, known: Known): Placement {
  const parts = [...reading.statements, ...reading.quotations]
  const moments = [...new Set(parts.flatMap(({ since }) => since ?? []))].toSorted()
  const first = placeArticle(partOf(reading, undefined), moment, {
    ...known,
    quotations: before(known.quotations, moment, reading.articleId),
  })
  return moments.reduce((whole, at) => withPart(whole, reading, at, known), first)
}

function partOf(reading: Dated, moment: string | undefined): Reading {
  return {
    ...reading,
    statements: reading.statements.filter(({ since }) => since === moment),
    quotations: reading.quotations.filter(({ since }) => since === moment),
  }
}

/** What a revision brought has no place of its own: it is where its article is. */
function withPart(whole: Placement, reading: Dated, at: string, known: Known): Placement {
  const { storyId, duplicateOf, freshQuotations } = whole
  const quotations = [...before(known.quotations, at, reading.articleId), ...freshQuotations]
  const part = placeArticle(partOf(reading, at), at, { articles: [], stories: [], quotations })
  const isCopy = duplicateOf !== null
  const statements = part.statements.map((one) => ({ ...one, fresh: one.fresh && !isCopy }))
  const fresh = isCopy ? [] : part.freshQuotations.map((one) => ({ ...one, storyId }))
  return {
    ...whole,
    statements: [...whole.statements, ...statements],
    freshQuotations: [...freshQuotations, ...fresh],
    repeats: [...new Set([...whole.repeats, ...part.repeats])],
  }
}

function before(quotations: KnownQuotation[], moment: string, id: string): KnownQuotation[] {
  return quotations.filter(
    (one) => one.moment < moment || (one.moment === moment && one.articleId < id),
  )
}
