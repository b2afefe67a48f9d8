import { rung, type Stage } from '../stage.ts'
import { isOnRecord, supportable } from './authority.ts'
import type { Evidence } from './evidence.ts'

/** A statement as much as it takes to tell of it. */
export type Told = Pick<
  Evidence,
  'id' | 'speaker' | 'role' | 'stage' | 'modality' | 'rule' | 'moment' | 'saidOn'
> & {
  /** The outlet that it was first given to; null: the article's own. */
  givenTo: string | null
  article: { outlet: string }
}

/** The stage that a statement speaks for, alone; null for a denial, a question, or too light a voice. */
export function stageFor({ stage, modality, role }: Told): Stage | null {
  if (stage === null || !isOnRecord(role)) return null
  switch (modality) {
    case 'wish':
      return 'talks'
    case 'fact':
    case 'plan':
      return supportable(stage, role)
    default:
      return null
  }
}

/** Whether a statement on record bears out a stage: it tells of this one, or of more. */
export function isFor(one: Told, stage: Stage): boolean {
  const told = stageFor(one)
  if (told === null) return false
  return told === stage || (rung(stage) >= 0 && rung(told) > rung(stage))
}

/** Whether a statement on record speaks against a stage: it denies it, or tells of the other side. */
export function isAgainst(one: Told, stage: Stage): boolean {
  if (one.stage === null || !isOnRecord(one.role)) return false
  const isOn = rung(stage) >= 0
  if (one.modality === 'denial') return isOn ? isDenied(one, stage) : one.stage === stage
  const told = stageFor(one)
  return told !== null && rung(told) >= 0 !== isOn
}

/** "Nothing is set" leaves no more than talks. */
function isDenied({ stage, rule }: Told, status: Stage): boolean {
  const denied = rule === 'nothing-set' ? rung('development') : rung(stage ?? status)
  return denied >= 0 && denied <= rung(status)
}

/** Where somebody was heard: the outlet that they spoke to. */
export function heardAt({ givenTo, article }: Told): string {
  return givenTo ?? article.outlet
}
