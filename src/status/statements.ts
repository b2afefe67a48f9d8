import type { Stage } from '../stage.ts'
import type { Voice } from '../story/voices.ts'
import type { Modality } from './modality.ts'

/** Who says what about the status of the film, and where it stands in the article. */
export type Statement = {
  /** The article's id, a hash and a number: `ID#2`. */
  id: string
  speaker: string | null
  role: Voice['role']
  /** As printed, without marks; null for a paraphrase. */
  quote: string | null
  /** Exact span of one paragraph of the article, or of its text. */
  evidence: string
  /** Outlet or programme that it was first said to, as far as the article tells. */
  givenTo: string | null
  /** Day, or month in seven letters, as far as the article tells. */
  saidOn: string | null
  /** What it supports if true; with modality denial, what is denied. */
  stage: Stage | null
  modality: Modality
  /** Name of the rule that read it, a row of the table of stage words. */
  rule: string
  /** Key of the quotation that holds it, to find its first appearance; null for a paraphrase. */
  quoteKey: string | null
  /** Whether the article itself presents it as said some time ago. */
  recalled: boolean
}
