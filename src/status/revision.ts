import type { Quotation } from '../story/quotations.ts'
import type { Reading } from './reading.ts'
import type { Statement } from './statements.ts'

/** When a part of an article came or went; absent: it stood in the first text, and stands. */
export type Lifetime = {
  /** Moment of the revision that brought it (ISO 8601 UTC). */
  since?: string
  /** Moment of the revision that dropped it. */
  withdrawn?: string
}

export type DatedStatement = Statement & Lifetime
export type DatedQuotation = Quotation & Lifetime

/** A change of an article's text by paragraphs. */
export type Diff = { removed: string[]; added: string[] }

/** The paragraphs that only one of two texts has, wherever they stand. */
export function diffOf(before: string[], after: string[]): Diff {
  return { removed: without(before, after), added: without(after, before) }
}

function without(paragraphs: string[], others: string[]): string[] {
  const known = new Set(others)
  return [...new Set(paragraphs)].filter((paragraph) => !known.has(paragraph))
}

/**
 * The reading of an article whose later text reads so: what stood before keeps its id and its
 * moment, what is new counts from the revision's moment, and what vanished stays as withdrawn then.
 */
export function revise(earlier: Reading, later: Reading, moment: string): Reading {
  return carry(earlier, later, () => moment, moment)
}

/**
 * The reading of the same text by other rules: what was withdrawn before stays so, what only a
 * revision brought counts from it, and what is no longer read is forgotten.
 */
export function readAnew(
  earlier: Reading,
  now: Reading,
  revisions: (Diff & { moment: string })[],
): Reading {
  const since = (words: string) =>
    revisions.findLast(({ added, removed }) => has(added, words) && !has(removed, words))?.moment
  return carry(earlier, now, since, null)
}

/** What a reading holds that an article's latest text does not say any more. */
export function isWithdrawn(one: Lifetime): boolean {
  return one.withdrawn !== undefined
}

function has(paragraphs: string[], words: string): boolean {
  return paragraphs.join('\n\n').includes(words)
}

/** `ended` is when what is missing was dropped; null where it is to be forgotten. */
function carry(
  earlier: Reading,
  later: Reading,
  since: (words: string) => string | undefined,
  ended: string | null,
): Reading {
  const quoted = paired(earlier.quotations, later.quotations, SAME_QUOTATION)
  return {
    ...later,
    statements: statementsOf(earlier, later, since, ended),
    quotations: [
      ...later.quotations.map((one) => dated(one, quoted.get(one), since(one.words))),
      ...past(earlier.quotations, quoted, ended),
    ],
  }
}

/** A statement keeps the id that it had; a new one gets an id that was never used. */
function statementsOf(
  earlier: Reading,
  later: Reading,
  since: (words: string) => string | undefined,
  ended: string | null,
): DatedStatement[] {
  const pairs = paired(earlier.statements, later.statements, SAME_STATEMENT)
  let next = 1 + Math.max(-1, ...earlier.statements.map(({ id }) => numberOf(id)))
  return [
    ...later.statements.map((one) => {
      const before = pairs.get(one)
      const id = before?.id ?? `${later.articleId}#${next++}`
      return { ...dated(one, before, since(one.evidence)), id }
    }),
    ...past(earlier.statements, pairs, ended),
  ]
}

/** Of "a#3", "a#b3" and "a#3.2" the three. */
function numberOf(id: string): number {
  return Number(/#\D*(\d+)/.exec(id)?.[1] ?? -1)
}

function dated<One extends object>(
  one: One,
  before: Lifetime | undefined,
  since: string | undefined,
): One & Lifetime {
  const moment = before ? before.since : since
  return moment === undefined ? one : { ...one, since: moment }
}

/** What was withdrawn before, and what is dropped now. */
function past<One extends object>(
  earlier: (One & Lifetime)[],
  pairs: Map<One, One & Lifetime>,
  ended: string | null,
): (One & Lifetime)[] {
  const kept = new Set(pairs.values())
  return earlier.flatMap((one) => {
    if (isWithdrawn(one)) return [one]
    return kept.has(one) || ended === null ? [] : [{ ...one, withdrawn: ended }]
  })
}

/** Each later one with the earlier one that it is, each once, by the strictest test that tells. */
function paired<One extends object>(
  earlier: (One & Lifetime)[],
  later: One[],
  tests: ((one: One, other: One) => boolean)[],
): Map<One, One & Lifetime> {
  const left = new Set(earlier.filter((one) => !isWithdrawn(one)))
  const pairs = new Map<One, One & Lifetime>()
  for (const isSame of tests) {
    for (const one of later.filter((other) => !pairs.has(other))) {
      const before = [...left].find((other) => isSame(one, other))
      if (!before) continue
      pairs.set(one, before)
      left.delete(before)
    }
  }
  return pairs
}

const hasSameWords = (one: Statement, other: Statement) =>
  one.evidence === other.evidence || (one.quoteKey !== null && one.quoteKey === other.quoteKey)

const SAME_STATEMENT = [
  (one: Statement, other: Statement) =>
    hasSameWords(one, other) && one.rule === other.rule && one.speaker === other.speaker,
  (one: Statement, other: Statement) => hasSameWords(one, other) && one.rule === other.rule,
  hasSameWords,
]

const SAME_QUOTATION = [(one: Quotation, other: Quotation) => one.key === other.key]
