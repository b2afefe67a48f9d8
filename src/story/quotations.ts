import type { Span } from './sentences.ts'
import type { Voice } from './voices.ts'

/** Words between quotation marks with their speaker. */
export type Quotation = {
  /** As printed, without the marks and a trailing comma. */
  words: string
  span: Span
  speaker: Voice
  /** Folded words, shorthand opened: equal for the same quotation in another outlet's hand. */
  key: string
  /** Keys to look the same quotation up by in other transcripts; few, none for a short one. */
  lookupKeys: string[]
}

/** A quotation of an article read before, as look-ups return it: its first appearance. */
export type KnownQuotation = {
  key: string
  speaker: Voice
  /** The article that carried it first, and that article's moment (ISO 8601 UTC). */
  articleId: string
  moment: string
  /** Day (or month, seven letters) on which it was said, as far as known. */
  saidOn: string | null
  givenTo: string | null
  storyId: string
}
