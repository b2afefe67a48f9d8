import { plainly } from '../story/letters.ts'
import { isOnRecord } from './authority.ts'
import type { Statement } from './statements.ts'

/** Undated words that sum up what somebody has said over the years, accents off, lower case. */
const SUMMED = plainly(
  /(?<!\p{L})(?:(?:has|have)(?: \p{L}+){0,2} (?:admitted|expressed|hinted|insisted|promised|said|spoken|talked|teased|told|voiced)|haben? (?:beide|alle|immer|oft|stets|wiederholt)|(?:ha|han) (?:dicho|repetido|contado|expresado)|(?:a|ont) (?:tous|toutes|toujours|souvent|chacun)|(?:ha|hanno) (?:sempre|entrambi|entrambe|spesso)|(?:ja|sempre) (?:disse|disseram))(?!\p{L})/u,
)

const LEAST = 2 // statements of days long past: one may stand in any report

/** A statement with its sentence's words outside quotation marks, lower case. */
export type Prosed = { statement: Statement; prose: string }

/**
 * Marks as told before what an article that only looks back sums up without a day: “They have both
 * said that they would come back”, beside two statements of days long past and none that is new.
 */
export function lookedBack(found: Prosed[]): Statement[] {
  const onRecord = found.filter(({ statement }) => isOnRecord(statement.role))
  const isPast = ({ statement, prose }: Prosed) =>
    statement.recalled || (statement.saidOn === null && SUMMED.test(prose))
  const dated = onRecord.filter(({ statement }) => statement.recalled)
  const isLook = dated.length >= LEAST && onRecord.every(isPast)
  return found.map(({ statement }) =>
    isLook && (isOnRecord(statement.role) || statement.role === 'outlet')
      ? { ...statement, recalled: true }
      : statement,
  )
}
