import type { Correction, StatementBefore } from '../db/corrections.ts'
import type { StatementChange, Verdict } from '../status/corrections.ts'

/** A correction as the audit log and its list tell it: a verb with its object, and what it changed. */
type Told = { act: string; before: object; after: object }

/** What a correction did, in words and as plain data: of the whole only what it changes. */
export function toldOf({
  articleId,
  before,
  after,
}: Pick<Correction, 'articleId' | 'before' | 'after'>): Told {
  const act = actOf(after)
  switch (after.kind) {
    case 'split':
      return { act, before: { story: before.storyId }, after: { story: articleId } }
    case 'merge':
      return { act, before: { story: before.storyId }, after: { story: after.into } }
    case 'relevance':
      return { act, before: { relevant: before.relevant }, after: { relevant: after.relevant } }
    case 'original':
      return { act, before: { duplicateOf: before.duplicateOf }, after: { duplicateOf: null } }
    case 'gone':
      return { act, before: { isGone: before.isGone }, after: { isGone: after.isGone } }
    case 'statement': {
      const { mark, change } = after
      return { act, before: said(mark.evidence, change, before.statement), after: change }
    }
  }
}

function actOf(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'split':
      return 'split article'
    case 'merge':
      return verdict.isStory ? 'merge stories' : 'move article'
    case 'relevance':
      return verdict.relevant ? 'mark relevant' : 'mark irrelevant'
    case 'original':
      return 'mark original'
    case 'gone':
      return verdict.isGone ? 'mark gone' : 'mark there'
    case 'statement':
      return verdict.change.isStruck ? 'strike statement' : 'correct statement'
  }
}

/** The words that it is about, with what was shown where the change says otherwise. */
function said(evidence: string, change: StatementChange, before?: StatementBefore): object {
  const changed = Object.entries(before ?? {}).filter(([name]) => name in change)
  return { evidence, ...Object.fromEntries(changed) }
}
