import type { KeptStatement } from '../statements.ts'
import type { ShownStatement } from '../status.ts'

/** A statement as its article shows it. */
export type SaidIn = Omit<ShownStatement, 'article'> & {
  /** Name of the rule that read it. */
  rule: string
  /** Whether the article itself presents it as said some time ago. */
  recalled: boolean
}

/** What the column `said` of an article holds, as it is shown. */
export function saidIn(json: string): SaidIn[] {
  return (JSON.parse(json) as KeptStatement[]).map(
    ({ since: _, withdrawn: __, ...statement }) => statement,
  )
}
