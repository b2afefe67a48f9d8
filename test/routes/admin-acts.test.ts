import { env } from 'cloudflare:workers'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { newMeter } from '../../src/db/admin/meter.ts'
import { http } from '../../src/routes/http.ts'
import { parseSources } from '../../src/source.ts'
import { watched } from '../digest/watched.ts'
import { adminAsks } from '../limits/asks.admin.ts'
import { type Route, requestOf, routesOf } from '../limits/request.ts'
import { type Asks, run } from '../limits/states.ts'
import { fillDatabase, SOURCES } from '../limits/stock.ts'
import { openWeb } from '../scrape/web.ts'
import { fromPage } from './admin-site.ts'

const SLOW = 120_000 // milliseconds
const SOME = { articles: 4_100, subscribers: 50 }

/** The one question that is an act, since it tells addresses. */
const EXPORT = '/api/admin/subscribers/export'

let asks: Asks = {}

beforeAll(async () => {
  asks = {
    ...adminAsks(await fillDatabase([], SOME)),
    'POST /admin/scans': { body: { source: 'source-3', anew: 'true' } },
    'POST /admin/sources/:id/resume': {
      in: { id: 'source-4' },
      before: () => run("UPDATE sources SET state = 'paused' WHERE id = 'source-4'"),
    },
  }
  await run("UPDATE sources SET url = 'https://' || id || '.example/feed'") // as configured
}, SLOW)

test('nothing is done by an admin that the audit log cannot take', { timeout: SLOW }, async () => {
  const { acts, ask, done } = await adminWorld()
  await run("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END")
  onTestFinished(() => run('DROP TRIGGER full'))
  for (const act of acts) {
    const answer = await ask(act)
    const what = `${act.method} ${act.path}: ${answer.status} ${await answer.text()}`
    expect(what).toContain('500 {"status":500,"title":"Our mistake"')
    expect(answer.headers.get('set-cookie'), what).toBeNull()
    expect(done, what).toEqual([])
  }
})

test('whatever an admin does is in the audit log, with who did it', { timeout: SLOW }, async () => {
  const { acts, ask } = await adminWorld()
  for (const act of acts) {
    const before = await lastEntry()
    const answer = await ask(act)
    const what = `${act.method} ${act.path}: ${answer.status} ${await answer.text()}`
    const entry = await lastEntry()
    expect(entry?.id, what).toBeGreaterThan(before?.id ?? 0)
    expect(entry?.who, what).toBe('admin')
  }
})

/** The site with something of every kind, all that an admin can do there, and what was done. */
async function adminWorld() {
  const done: string[] = []
  const note = (what: string) => Promise.resolve(done.push(what))
  const queue = { send: () => note('a job'), sendBatch: () => note('jobs') }
  const { app: web } = openWeb({})
  const app: App = {
    ...web,
    db: newMeter().database(tellingOfWrites(env.DB, done)),
    fetch: async ({ url }) => new Response(String(await note(url))),
    mailer: { send: async () => ({ kind: 'unknown', reason: String(await note('a mail')) }) },
    queues: { scrape: queue, mail: queue },
    config: {
      ...web.config,
      sources: parseSources(SOURCES),
      secretKey: [env.SECRET_KEY],
      admins: [{ name: 'admin', token: env.ADMIN_TOKEN }],
    },
  }
  const site = http(app)
  const acts = routesOf(app).filter(
    ({ method, path }) =>
      path === EXPORT || (method === 'POST' && /^\/(?:api\/admin\/|admin\/sign-)/.test(path)),
  )
  expect(acts.length).toBeGreaterThan(25)
  const login = { token: env.ADMIN_TOKEN, next: '/admin' }
  const signedIn = await site.request(`${app.config.siteUrl}/admin/sign-in`, fromPage(login))
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  done.length = 0
  return {
    acts,
    done,
    ask: async ({ method, path }: Route) => {
      const twin = path.replace('/api/admin', '/admin')
      const ask = asks[`${method} ${path}`] ?? asks[`${method} ${twin}`] ?? {}
      const request = await requestOf({ method, path }, { ...ask, headers: { cookie } })
      return await site.request(`${app.config.siteUrl}${request.path}`, request.init)
    },
  }
}

/** The same database; whatever it really wrote is noted. */
function tellingOfWrites(db: D1Database, done: string[]): D1Database {
  return watched(db, async (act) => {
    const result = await act()
    const rows = [result].flat().map((one) => (isAnswer(one) ? one.meta.rows_written : 0))
    if (rows.some((count) => count > 0)) done.push(`rows written: ${rows.join()}`)
    return result
  })
}

function isAnswer(result: unknown): result is D1Result {
  return typeof result === 'object' && result !== null && 'meta' in result
}

async function lastEntry(): Promise<{ id: number; who: string } | null> {
  return await env.DB.prepare('SELECT id, who FROM audit ORDER BY id DESC LIMIT 1').first()
}
