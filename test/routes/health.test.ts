import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Vitals } from '../../src/db/admin/health.ts'
import { MIGRATIONS } from '../../src/db/admin/migrations.ts'
import { type Health, judge } from '../../src/digest/health.ts'
import { http } from '../../src/routes/http.ts'
import { openWeb } from '../scrape/web.ts'

const FEED = 'https://lantern.example/feed'
const NOW = new Date('2026-03-02T10:00:00Z') // a Monday; the issue was due on Friday at nine
const QUIET = { looks: null, pages: null, placing: null, histories: null, requests: null }
const WELL: Vitals = {
  lastGoodScan: '2026-03-02T09:50:00.000Z',
  firstScan: '2026-01-01T00:00:00.000Z',
  overdueSince: '2026-03-02T10:40:00.000Z',
  newestArticle: '2026-01-10T00:00:00.000Z',
  oldest: { ...QUIET, mails: null },
  lastIssue: null,
  migrations: [...MIGRATIONS],
}
type Check = 'scan' | 'queue' | 'issue' | 'migrations'

const BESIDE = {
  now: NOW,
  due: { id: '2026-W09', moment: new Date('2026-02-27T09:00:00Z') },
  isMade: true,
  isHeld: false,
}

test('a site that runs is well, and old news is no fault', () => {
  const health = judge(WELL, BESIDE)
  expect(health.isOk).toBe(true)
  expect(health.articles.newest?.ageSeconds).toBeGreaterThan(50 * 86_400)
})

test.each<[Check, Partial<Vitals>, { isMade?: false }]>([
  ['scan', { lastGoodScan: '2026-03-01T07:59:59.000Z' }, {}],
  ['scan', { lastGoodScan: null }, {}],
  ['scan', { overdueSince: '2026-03-02T07:59:59.000Z' }, {}],
  ['queue', { oldest: { ...WELL.oldest, pages: '2026-03-02T03:59:59.000Z' } }, {}],
  ['queue', { oldest: { ...WELL.oldest, mails: '2026-03-02T03:59:59.000Z' } }, {}],
  ['issue', {}, { isMade: false }],
  ['migrations', { migrations: MIGRATIONS.slice(0, -1) }, {}],
])('what is wrong is named: %s', (name, vitals, beside) => {
  const health = judge({ ...WELL, ...vitals }, { ...BESIDE, ...beside })
  expect(health.isOk).toBe(false)
  expect(health[name].isOk).toBe(false)
})

test('mails that wait for a quota are no fault', () => {
  const oldest = { ...WELL.oldest, mails: '2026-02-28T00:00:00.000Z' }
  expect(judge({ ...WELL, oldest }, { ...BESIDE, isHeld: true }).isOk).toBe(true)
})

test('an issue that was due before the first scan was never to be made', () => {
  const firstScan = '2026-02-28T00:00:00.000Z'
  expect(judge({ ...WELL, firstScan }, { ...BESIDE, isMade: false }).issue.isOk).toBe(true)
})

test('a new site is not well until a scan was good, and then it is', async () => {
  const { app } = openWeb({}, [FEED])
  const site = http(app)
  const before = await site.request('/health')
  expect(before.status).toBe(503)
  expect(before.headers.get('cache-control')).toBe('no-store')
  const at = app.now().toISOString()
  await env.DB.prepare(
    `INSERT INTO sources (id, url, next_due_at, last_ok_at)
     VALUES ('lantern-example', '', '2026-03-02T11:00:00.000Z', ?1)`,
  )
    .bind(at)
    .run()
  const answer = await site.request('/health')
  expect(answer.status).toBe(200)
  const { migrations, scan } = await answer.json<Health>()
  expect(migrations).toEqual({
    isOk: true,
    applied: MIGRATIONS.length,
    expected: MIGRATIONS.length,
    missing: [],
  })
  expect(scan.lastGood).toEqual({ at, ageSeconds: 0 })
})

test('nothing that is secret or of a person stands in it', async () => {
  const { app } = openWeb({}, [FEED])
  const told = await (await http(app).request('/health')).text()
  const { mail, admins, secretKey } = app.config
  const hidden = [mail.from, mail.replyTo, ...admins.map(({ token }) => token), ...secretKey]
  for (const one of hidden) expect(told).not.toContain(one)
  expect(told).not.toContain('@')
})

test('a database that cannot be asked is told, not hidden', async () => {
  const { app } = openWeb({}, [FEED])
  await env.DB.prepare('ALTER TABLE sources RENAME TO sources_away').run()
  const answer = await http(app).request('/health')
  await env.DB.prepare('ALTER TABLE sources_away RENAME TO sources').run()
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ isOk: false, database: 'unreachable' })
})

test('how it goes costs a handful of rows, however much is stored', async () => {
  const { app } = openWeb({}, [FEED])
  let read = 0
  const db = new Proxy(app.db, {
    get: (target, name) => {
      if (name !== 'batch') return Reflect.get(target, name).bind(target)
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements)
        for (const { meta } of results) read += meta.rows_read
        return results
      }
    },
  })
  await env.DB.prepare(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
     INSERT INTO subscribe_requests
     SELECT i, 'h', 's', 't', 'home', '1', 'weekly', '2026-03-02T09:' || printf('%02d', i % 60)
     FROM n`,
  ).run()
  await http({ ...app, db }).request('/health')
  expect(read).toBeGreaterThan(5)
  expect(read).toBeLessThan(60)
})
