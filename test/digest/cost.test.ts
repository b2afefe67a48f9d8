import { expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { issueFor } from './issue-for.ts'
import { watched } from './watched.ts'
import { drain } from './world.ts'

test('a mail costs little of the database, however long the list', async () => {
  const [few, many] = [await costOf(200), await costOf(1_000)]
  for (const cost of [few, many]) {
    expect(cost.written).toBeLessThan(2.3)
    expect(cost.read).toBeLessThan(16)
  }
  expect(many.read).toBeLessThan(few.read * 1.2)
})

/** Rows that D1 counts for planning and sending one issue, for each recipient. */
async function costOf(recipients: number): Promise<{ written: number; read: number }> {
  const { app, jobs } = await issueFor(recipients)
  const total = { written: 0, read: 0 }
  const metered: App = {
    ...app,
    db: watched(app.db, async (act) => {
      const result = await act()
      for (const each of [result].flat()) {
        if (!isD1Result(each)) continue
        total.written += each.meta.rows_written
        total.read += each.meta.rows_read
      }
      return result
    }),
  }
  await drain(metered, jobs)
  return { written: total.written / recipients, read: total.read / recipients }
}

function isD1Result(value: unknown): value is D1Result {
  return typeof value === 'object' && value !== null && 'meta' in value
}
