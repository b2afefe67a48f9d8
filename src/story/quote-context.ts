import type { Memory } from './antecedents.ts'
import type { Lens } from './lens.ts'
import type { Mention } from './mentions.ts'
import type { Quoted } from './quote-marks.ts'
import type { Sentence } from './sentences.ts'
import type { Voice } from './voices.ts'

/** Words in marks with who says them, as far as the text tells. */
export type Attributed = Quoted & {
  speaker: Voice | null
  /** Whether a verb of saying stands beside it, rather than the speaker being carried on. */
  stated: boolean
}

/** A paragraph while it is read, with all that may tell who speaks in it. */
export type Context = {
  lens: Lens
  plain: string
  marks: Quoted[]
  /** Who is mentioned outside quotation marks. */
  mentions: Mention[]
  /** Those of the paragraph. */
  sentences: Sentence[]
  memory: Memory
  quotes: Attributed[]
}

/** Mentions that stand between two characters. */
export function between(mentions: Mention[], start: number, end: number): Mention[] {
  return mentions.filter((mention) => mention.start >= start && mention.end <= end)
}

/** Mentions that stand in no quotation. */
export function outside(mentions: Mention[], marks: Quoted[]): Mention[] {
  return mentions.filter(
    (mention) => !marks.some((mark) => mention.start >= mark.start && mention.end <= mark.end),
  )
}
