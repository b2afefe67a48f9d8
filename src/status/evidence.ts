import type { PlacedStatement } from './placement.ts'

/** A statement as it counts for the status. */
export type Evidence = Pick<
  PlacedStatement,
  'id' | 'speaker' | 'role' | 'stage' | 'modality' | 'rule' | 'saidOn' | 'fresh' | 'recalled'
> & {
  articleId: string
  /** When it counts from: its article's moment, or its revision's (ISO 8601 UTC). */
  moment: string
  /** When a revision of the article dropped it; null while it stands. */
  withdrawn: string | null
}

/** Whether a statement can change the status at all: new words that claim or deny a stage. */
export function isCounting({
  fresh,
  stage,
  modality,
}: Pick<Evidence, 'fresh' | 'stage' | 'modality'>): boolean {
  return fresh && stage !== null && modality !== 'question' && modality !== 'conditional'
}

/** Whether it is not withdrawn by a moment. */
export function isStanding({ withdrawn }: Evidence, moment: string): boolean {
  return withdrawn === null || withdrawn > moment
}

/** By moment, then by id, so that the order in which things come in does not matter. */
export function inOrder(a: Evidence, b: Evidence): number {
  return compare(a.moment, b.moment) || compare(a.id, b.id)
}

/** As the database orders text, which no language's rules do. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
