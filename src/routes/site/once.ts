import type { PublicStatement } from '../../db/public/statement.ts'

type Speaker = Pick<PublicStatement, 'speaker' | 'role'>

/** A sentence as it is shown, with everybody whose word it is. */
export type SaidOnce = { statement: PublicStatement; speakers: Speaker[] }

/**
 * Each sentence of an article once, of however many stages it speaks and for however many people.
 * Where a report holds words that are quoted beside it, one of the two: the quotation, unless only
 * the report speaks of a stage. Pure.
 */
export function saidOnce(statements: PublicStatement[]): SaidOnce[] {
  const sentences = Map.groupBy(
    statements,
    (one) => `${one.article.id} ${one.quote ?? one.evidence}`,
  )
  return [...sentences.values()].flatMap((same) => {
    const [first] = same
    if (!first || statements.some((other) => isTold(first, other))) return []
    const quoted = statements.find((other) => isReportOf(first, other))
    const quotation = first.quotation ?? quoted?.quotation ?? null
    return [{ statement: { ...first, quotation }, speakers: speakersOf(same) }]
  })
}

/** What is said of each stage, without reports of what is quoted beside them on the same one. */
export function lessReports(statements: PublicStatement[]): PublicStatement[] {
  return statements.filter(
    (one) => !statements.some((other) => isReportOf(one, other) && other.stage === one.stage),
  )
}

/** Whether the other of a report and its quotation is the one to show. */
function isTold(one: PublicStatement, other: PublicStatement): boolean {
  const isLess = one.stage === null && other.stage !== null
  return isReportOf(one, other)
    ? isLess || other.stage === one.stage
    : isLess && isReportOf(other, one)
}

/** Whether a sentence reports what the other quotes of it. */
function isReportOf(
  report: PublicStatement,
  { quote, speaker, article }: PublicStatement,
): boolean {
  return (
    report.quote === null &&
    quote !== null &&
    report.speaker === speaker &&
    report.article.id === article.id &&
    report.evidence.includes(quote)
  )
}

function speakersOf(same: PublicStatement[]): Speaker[] {
  return [...new Map(same.map((one) => [one.speaker, one])).values()]
}
