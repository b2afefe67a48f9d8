import { test } from 'vitest'

export type Table = 'feed-reader score' | 'stupid feed tricks' | 'RFC 9309'

/**
 * One line of the conformance report: a rule, and a test that proves it. `saw` says what was seen;
 * the line is green only where the test is.
 */
export function line(
  table: Table,
  rule: string,
  prove: (saw: (what: string) => void) => void | Promise<void>,
): void {
  test(rule, async ({ task }) => {
    Object.assign(task.meta, { table })
    await prove((what) => Object.assign(task.meta, { saw: what }))
  })
}
