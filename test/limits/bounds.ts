import type { Plan } from '../../src/plan.ts'
import type { Use } from './count.ts'

const KB = 1000 // bytes
const MB = 1000 * KB

/**
 * What no invocation may pass: the platform's limits (docs/limits.md) with room to spare. Rows stand
 * for time: D1 reads a million of them in about a second, and a statement may take thirty.
 */
export const BOUNDS: Use = {
  external: 40,
  statements: 45,
  sendings: 45,
  parameters: 100,
  sql: 100 * KB,
  value: MB,
  message: 100 * KB,
  sending: 256 * KB,
  rows: 50_000,
}

/** On the free plan whatever leaves the Worker counts together: requests, statements, sendings. */
const TOGETHER = 50

/** Each bound that a use passes, by name: `statements: 51 of 45`. */
export function passed(use: Use, plan: Plan): string[] {
  const { external, statements, sendings } = use
  const together = external + statements + sendings
  const names = Object.keys(BOUNDS).filter((name): name is keyof Use => name in use)
  return [
    ...names
      .filter((name) => use[name] > BOUNDS[name])
      .map((name) => `${name}: ${use[name]} of ${BOUNDS[name]}`),
    ...(plan === 'free' && together > TOGETHER ? [`together: ${together} of ${TOGETHER}`] : []),
  ]
}
