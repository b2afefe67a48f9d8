import { isGreenlitOrBeyond, rung, type Stage } from '../stage.ts'
import { rankOf } from './authority.ts'
import type { Statement } from './statements.ts'

/**
 * Words of a maker that name no stage, in a text that does: "The whale has never looked better", in
 * a report that the film is being worked on. They vouch for what the headline or the reporter tells,
 * as long as nobody on record claims or denies anything. What is approved or shot needs more: that
 * the reporter tells it with its day, or as what a studio did, since headlines promise easily.
 */
export function vouched(
  statements: Statement[],
  headline: Stage | null,
  studios: readonly string[],
  isHeadlined: boolean,
): Statement[] {
  if (!isHeadlined || statements.some(isTold)) return statements
  const told = headline ?? workIn(statements)
  if (!told || !isVouchable(told, statements, studios)) return statements
  const least = rankOf(isGreenlitOrBeyond(told) ? 'director' : 'writer')
  return statements.map((statement) =>
    statement.rule === 'beside' && rankOf(statement.role) >= least && !statement.recalled
      ? { ...statement, stage: told, rule: 'vouched' }
      : statement,
  )
}

/** Whether somebody on record claims, wishes or denies a stage. */
function isTold({ role, stage, modality, recalled, rule }: Statement): boolean {
  const isLoose = modality === 'question' || modality === 'conditional' || recalled
  if (rule === 'no-date') return false
  const least = modality === 'denial' ? 'actor' : 'writer'
  return rankOf(role) >= rankOf(least) && stage !== null && !isLoose
}

/** Work that the outlet itself tells of, and nothing beyond, where its headline tells nothing. */
function workIn(statements: Statement[]): Stage | null {
  const isBeyond = statements.some(
    ({ stage, modality }) => modality === 'fact' && stage !== null && isGreenlitOrBeyond(stage),
  )
  return !isBeyond && statements.some(isWork) ? 'development' : null
}

function isWork({ role, stage, modality }: Statement): boolean {
  return role === 'outlet' && stage === 'development' && modality === 'fact'
}

function isVouchable(told: Stage, statements: Statement[], studios: readonly string[]): boolean {
  if (told === 'development' || told === 'stalled') return true
  return (
    isGreenlitOrBeyond(told) &&
    statements.some(
      (one) =>
        tells(one, told) &&
        (DAY.test(one.evidence) || (isAct(one, studios) && statements.some(isOfStudio))),
    )
  )
}

function isOfStudio({ role, rule }: Statement): boolean {
  return role === 'studio' && rule === 'beside'
}

function tells({ role, stage, modality }: Statement, told: Stage): boolean {
  const isSaid = modality === 'fact' || (modality === 'plan' && told === 'greenlit')
  return role === 'outlet' && isSaid && stage !== null && rung(stage) >= rung(told)
}

/** A day on which it happened. Example: "went to camera Monday". */
const DAY =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|this (?:morning|week)|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|heute|gestern|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|lunes|martes|miercoles|miércoles|jueves|viernes|sabado|sábado|domingo|hoy|ayer|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|ieri|oggi|segunda|ter[cç]a|quarta|quinta|sexta|ontem|hoje)(?!\p{L})/iu

/** What a studio did, as the subject of its sentence: "Northlight has put it on its slate". */
function isAct({ evidence }: Statement, studios: readonly string[]): boolean {
  return studios.some((studio) =>
    new RegExp(
      `^(?:(?:The|An?|La|El|Le|Der|Die|Das|Il|Lo|O) )?(?:\\p{Ll}+ ){0,2}${escaped(studio)} (?:has |have |ha |hat |a )?\\p{L}+`,
      'u',
    ).test(evidence),
  )
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
