import { openEmpty } from '../../scripts/local/d1.ts'
import { type Counts, metered } from '../digest/meter.ts'
import { polite, type Work } from './reader.ts'

/** What D1 counted for one kind of work, and how often it came. */
export type Rows = Counts & { times: number }

/** What looks and crons cost the database in so many days of the feeds. */
export async function rowsOf(days: number): Promise<Record<Work, Rows>> {
  const local = await openEmpty()
  const { db, count } = metered(local.db)
  const rows = { cron: none(), look: none() }
  await polite(days, db, async (work, act) => {
    const before = { ...count }
    await act()
    const sum = rows[work]
    sum.times += 1
    for (const name of ['statements', 'trips', 'read', 'written'] as const) {
      sum[name] += count[name] - before[name]
    }
  })
  await local.close()
  return rows
}

function none(): Rows {
  return { times: 0, statements: 0, trips: 0, read: 0, written: 0 }
}
