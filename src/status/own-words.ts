import { isGreenlitOrBeyond, rung } from '../stage.ts'
import { rankOf } from './authority.ts'
import type { Statement, Undated } from './statements.ts'

/**
 * Where the studio is quoted on less than approval, what a reporter makes of it counts no more
 * than the quotation: "has greenlit a sequel, the studio said: “It is in development.”"
 */
export function inOwnWords(found: Undated[]): Undated[] {
  const claims = found.map(({ statement }) => statement).filter(isClaim)
  const quoted = claims.filter(({ quote }) => quote !== null)
  const own = quoted.find(({ role, stage }) => role === 'studio' && isWork(stage))
  if (!own || quoted.some(isApproval)) return found
  return found.map((one) =>
    one.statement.quote === null && isClaim(one.statement) && isApproval(one.statement)
      ? { ...one, statement: { ...one.statement, stage: own.stage } }
      : one,
  )
}

function isClaim({ modality, recalled }: Statement): boolean {
  return (modality === 'fact' || modality === 'plan') && !recalled
}

function isApproval({ stage, role }: Statement): boolean {
  return stage !== null && isGreenlitOrBeyond(stage) && rankOf(role) >= rankOf('director')
}

function isWork(stage: Statement['stage']): boolean {
  return stage !== null && rung(stage) >= rung('talks') && !isGreenlitOrBeyond(stage)
}
