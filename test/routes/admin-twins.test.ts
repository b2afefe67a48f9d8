import { expect, test } from 'vitest'
import { adminRoutes } from '../../src/routes/admin/admin.ts'
import { readers, subscribeAll } from '../digest/people.ts'
import { compose, drain, ISSUE_HOUR } from '../digest/world.ts'
import { openWeb, rss } from '../scrape/web.ts'
import { adminMail } from './admin-mail.ts'
import { newsSite } from './admin-news-site.ts'
import { adminSite } from './admin-site.ts'

type Log = { acts: { who: string; act: string; before: object | null; after: object | null }[] }

const FEED = 'https://one.example/feed'

/** What only people need: ways in and out, a stream, and a mail as it looks. */
const PAGES_ALONE = [
  ...['GET /sign-in', 'POST /sign-in', 'POST /sign-out', 'GET /scans/:id/events'],
  'GET /digest/mail',
]
/** What tells addresses or keys, to the commands that go through all of them. */
const PROGRAMS_ALONE = [
  ...['GET /keys', 'POST /keys/rotate', 'GET /subscribers/export', 'POST /subscribers/import'],
]

test('whatever a page of the admin shows or does, JSON at the same path does too', () => {
  const [pages, json] = ['/admin', '/api/admin'].map(pathsBelow)
  expect(pages?.filter((path) => !json?.includes(path)).sort()).toEqual(PAGES_ALONE.sort())
  expect(json?.filter((path) => !pages?.includes(path)).sort()).toEqual(PROGRAMS_ALONE.sort())
  expect(pages?.length).toBeGreaterThan(45)
})

test('each act on scans, sources and hosts is in the log, with what was before and after', async () => {
  const { api } = await adminSite({ [FEED]: () => new Response(rss([])) }, [FEED])
  const source = '/sources/one-example'
  await api(`${source}/pause`, { why: 'they move' })
  await api(`${source}/resume`, {})
  const { id } = await (await api('/scans', { source: 'one-example' })).json<{ id: string }>()
  await api(`/scans/${id}/stop`, {})
  await api(`/scans/${id}/go-on`, {})
  await api('/hosts/stop', { host: 'one.example', words: 'Please stop.' })
  await api('/hosts/stop', { host: 'one.example', words: 'Please do.' })
  await api('/hosts/allow', { host: 'one.example' })
  expect(await actsOf(api)).toEqual([
    ['pause source', { state: null, lastError: null }, { state: 'paused', lastError: 'they move' }],
    ['resume source', { state: 'paused', lastError: 'they move' }, { state: 'ok' }],
    ['start scan', { state: 'ok', lastScanAt: null }, { source: 'one-example' }],
    ['stop scan', expect.objectContaining({ state: 'running' }), { state: 'stopped' }],
    ['let scan go on', expect.objectContaining({ stoppedBy: 'admin' }), { state: 'running' }],
    ['stop host', null, { words: 'Please stop.' }],
    ['stop host', expect.objectContaining({ words: 'Please stop.' }), { words: 'Please do.' }],
    ['allow host', expect.objectContaining({ words: 'Please do.' }), { words: null }],
  ])
})

test('each act on issues, subscribers and letters is in the log, before and after', async () => {
  const { api, app, clock, jobs } = await adminMail()
  await subscribeAll(app, readers(2))
  await api('/digest/approval', { wanted: 'yes' })
  clock.now = ISSUE_HOUR
  await compose(app)
  await drain(app, jobs)
  await api('/digest/pause', {})
  await api('/digest/go-on', {})
  await api('/digest/issues/2026-W47/remake', {})
  await api('/digest/issues/2026-W47/approve', {})
  const [first, second] = await letters(app.db)
  await api(`/dead-letters/${first}/replay`, {})
  await api(`/dead-letters/${second}/put-aside`, {})
  const found = await (await api('/subscribers/find', { address: readers(1)[0] })).json<{
    id: string
  }>()
  await api(`/subscribers/${found.id}/unsubscribe`, {})
  await api(`/subscribers/${found.id}/erase`, {})
  const acts = await actsOf(api)
  expect(acts.map(([act]) => act)).toEqual([
    ...['set approval', 'pause sending', 'let sending go on', 'make issue anew', 'approve issue'],
    ...['replay dead letters', 'put dead letter aside', 'look up subscriber', 'unsubscribe'],
    'erase subscriber',
  ])
  for (const [act, before, after] of acts) {
    if (act !== 'look up subscriber') expect(before, act).not.toBeNull()
    expect(after, act).not.toBeNull()
  }
})

test('what is refused or changes nothing is no act', async () => {
  const { api, wish, first } = await newsSite()
  const count = async () => (await actsOf(api)).length
  const before = await count()
  await api(`/articles/${wish.id}/original`, {})
  await api(`/articles/${wish.id}/split`, {})
  await api(`/stories/${first.id}/merge`, { into: first.id })
  await api('/scans', { source: 'nobody' })
  await api('/scans/nothing/stop', {})
  await api('/dead-letters/nothing/replay', {})
  expect(await count()).toBe(before)
})

/** `GET /scans/:id` and so on, of all that stands below a path. */
function pathsBelow(base: string): string[] {
  const { routes } = adminRoutes(openWeb({}).app)
  const found = routes
    .filter(({ method, path }) => method !== 'ALL' && `${path}/`.startsWith(`${base}/`))
    .map(({ method, path }) => `${method} ${path.slice(base.length) || '/'}`)
  return [...new Set(found)]
}

/** Acts, earliest first, without sign-ins. */
async function actsOf(api: (path: string) => Promise<Response> | Response) {
  const { acts } = await (await api('/audit')).json<Log>()
  return acts
    .toReversed()
    .filter(({ act }) => act !== 'sign in')
    .map(({ act, before, after }) => [act, before, after] as const)
}

/** Two dead letters of jobs that are known; their ids. */
async function letters(db: D1Database): Promise<string[]> {
  const ids = ['letter-1', 'letter-2']
  for (const id of ids) {
    await db
      .prepare(
        `INSERT INTO dead_letters (id, queue, job, attempts, died_at)
         VALUES (?1, 'alita2-scrape', '{"kind":"status"}', 5, '2026-11-20T08:00:00Z')`,
      )
      .bind(id)
      .run()
  }
  return ids
}
