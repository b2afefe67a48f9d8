import { rowsOf } from './database.ts'
import type { Finding } from './invariants.ts'
import type { World } from './world.ts'

/** What an admin's act leaves behind, whether or not it was answered. */
const TRACES = `
  SELECT 'start scan' AS act, id AS subject FROM scans WHERE requested_by = 'admin'
  UNION ALL
  SELECT 'stop host', host FROM stopped_hosts`

/** An act that was answered is in the log, once for each time; so is one that left a trace. */
export function auditFindings(world: World): Finding[] {
  const rows = rowsOf(world, 'SELECT act, subject, count(*) AS n FROM audit GROUP BY 1, 2')
  const logged = new Map(rows.map(({ act, subject, n }) => [`${act} ${subject}`, Number(n)]))
  const acts = [...world.book.acts.values()]
  const wrong = acts.filter(({ act, subject, asked, answered }) => {
    const count = logged.get(`${act} ${subject}`) ?? 0
    return count < answered || count > asked
  })
  const traces = rowsOf(world, TRACES).map(({ act, subject }) => `${act} ${subject}`)
  return [
    {
      promise: 'audit: every answered act once',
      cases: acts.length,
      breaches: wrong.map(
        ({ act, subject, answered }) => `${act} ${subject}: ${answered} answered`,
      ),
    },
    {
      promise: 'audit: nothing done in silence',
      cases: traces.length,
      breaches: traces.filter((trace) => !logged.has(trace)),
    },
  ]
}
