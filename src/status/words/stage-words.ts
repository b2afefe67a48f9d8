import type { Stage } from '../../stage.ts'
import type { Phrase } from '../../story/phrases.ts'
import type { Modality } from '../modality.ts'

/**
 * Words by which a stage is claimed. `as` is how they say it where nothing else turns it; `part`
 * marks a piece of a stage (a script of development), whose denial does not deny the stage.
 */
export type StageWords = {
  rule: string
  stage: Stage
  as: Modality
  part?: true
  /** Whether the film's title must follow at once: "wants", "scraps", "dates". */
  object?: true
  /** Whether nothing else may be named as what is done: "we are shooting commercials". */
  alone?: true
  /** Whether its clause must end here: "It is on!", not "it is on the wall". */
  last?: true
  /** The stage it is where a time to come follows: "begins filming in May". */
  later?: Stage
  phrases: Phrase[]
  /** A sentence that it reads, and why so where that is not plain. */
  example: string
}
