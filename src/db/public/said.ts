import type { KeptStatement } from '../statements.ts'
import type { ShownStatement } from '../status.ts'
import { personSlug } from './slug.ts'

/** A statement as its article shows it. */
export type SaidIn = Omit<ShownStatement, 'article'> & {
  /** Name of the rule that read it. */
  rule: string
  /** Whether the article itself presents it as said some time ago. */
  recalled: boolean
}

/** Whether somebody of this slug says any of it. */
export function isSaidBy(said: { speaker: string | null }[], slug: string): boolean {
  return said.some(({ speaker }) => speaker !== null && personSlug(speaker) === slug)
}

/** What the column `said` of an article holds, as it is shown. */
export function saidIn(json: string): SaidIn[] {
  return (JSON.parse(json) as KeptStatement[]).map(
    ({ since: _, withdrawn: __, ...statement }) => statement,
  )
}
