import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { purge } from '../../src/db/purge.ts'

test('old acts, alerts, counts and settled letters go, and a letter that nobody settled stays', async () => {
  await env.DB.batch(
    [
      ...['audit', 'dead_letters', 'job_failures', 'alerts', 'usage'].map(
        (t) => `DELETE FROM ${t}`,
      ),
      ...[OLD, NEW].flatMap((at) => [
        `INSERT INTO audit (at, who, act, subject) VALUES ('${at}', 'ann', 'pause', 's')`,
        `INSERT INTO dead_letters (id, queue, job, attempts, died_at, settled_at, settled_by, settled_how)
         VALUES ('settled ${at}', 'q', '{}', 5, '${at}', '${at}', 'ann', 'put aside')`,
        `INSERT INTO dead_letters (id, queue, job, attempts, died_at)
         VALUES ('open ${at}', 'q', '{}', 5, '${at}')`,
        `INSERT INTO job_failures VALUES ('{"at":"${at}"}', 'why', '${at}')`,
        `INSERT INTO alerts (day, cause, words, made_at) VALUES (substr('${at}', 1, 10), 'c', 'w', '${at}')`,
        `INSERT INTO usage VALUES (substr('${at}', 1, 10), 'mails', 3)`,
      ]),
    ].map((sql) => env.DB.prepare(sql)),
  )
  expect((await purge(env.DB, { ...ALL_KEPT, logFrom: NEW_YEAR })).log).toBe(5)
  expect(await column('SELECT at FROM audit')).toEqual([NEW])
  expect(await column('SELECT id FROM dead_letters ORDER BY id')).toEqual([
    ...[`open ${OLD}`, `open ${NEW}`, `settled ${NEW}`],
  ])
  expect(await column('SELECT failed_at FROM job_failures')).toEqual([NEW])
  expect(await column('SELECT made_at FROM alerts')).toEqual([NEW])
  expect(await column('SELECT day FROM usage')).toEqual([NEW.slice(0, 10)])
})

test('what a run reads and writes has a bound that does not grow with what is kept', async () => {
  await env.DB.prepare(
    `INSERT INTO audit (at, who, act, subject)
     SELECT '2026-05-01', 'ann', 'pause', 's' FROM json_each(?1)`,
  )
    .bind(JSON.stringify(Array.from({ length: 5_000 }, (_, nth) => nth)))
    .run()
  const plans = await env.DB.prepare(
    `EXPLAIN QUERY PLAN
     SELECT id FROM (SELECT id, at FROM audit ORDER BY id LIMIT 200) WHERE at <= '2020'`,
  ).all<{ detail: string }>()
  expect(plans.results.map(({ detail }) => detail).join()).not.toContain('TEMP B-TREE')
  const purged = await purge(env.DB, { ...ALL_KEPT, logFrom: '2026-06-01' })
  expect(purged.log).toBeLessThanOrEqual(5 * 200)
  expect(await column('SELECT count(*) FROM audit')).toEqual([4_801])
})

const OLD = '2025-01-05T00:00:00.000Z'
const NEW = '2026-01-05T00:00:00.000Z'
const NEW_YEAR = '2026-01-01T00:00:00.000Z'

const LONG_AGO = '2000-01-01T00:00:00.000Z'
const ALL_KEPT = {
  ...{ now: LONG_AGO, textsFrom: LONG_AGO, scansFrom: LONG_AGO, logFrom: LONG_AGO },
  ...{ mailFrom: LONG_AGO, unconfirmedFrom: LONG_AGO, requestsFrom: LONG_AGO },
}

async function column(sql: string): Promise<unknown[]> {
  const rows = await env.DB.prepare(sql).raw()
  return rows.map(([value]) => value)
}
