import type { Token } from '../story/tokens.ts'

const HAD = new Set('avait fosse had hadnt haber hatte hubiera hubiese tivesse ware'.split(' '))
const CONDITIONS = new Set('de if se si ware wenn'.split(' '))
const NEGATIONS = new Set('n nao ne nicht no non not pas'.split(' '))
const REACH = 7 // words before the end

/** "Had it not been cancelled", "si no se hubiera cancelado": an end that is told as one. */
export function isRegretted(tokens: Token[], from: number): boolean {
  const clause = tokens[from]?.clause
  const before = tokens
    .slice(Math.max(0, from - REACH), from)
    .filter((token) => token.clause === clause)
  const has = (list: ReadonlySet<string>) => before.some(({ word }) => list.has(word))
  const isTurned = before[0]?.word === 'had' || has(CONDITIONS)
  return isTurned && has(HAD) && has(NEGATIONS)
}
