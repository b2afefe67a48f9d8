import { expect, test } from 'vitest'
import { runScrapeJob } from '../../src/scrape/scrape.ts'
import { rss } from '../scrape/web.ts'
import { adminSite, runAll, runNext } from './admin-site.ts'

const FEED = 'https://one.example/feed'
const PAGE = 'https://one.example/a'
const TEXT = 'Ines Quarrie is working on Glass Harbor 2 and said so at length. '.repeat(20)

const WEB = {
  [FEED]: () => new Response(rss([{ link: PAGE, title: 'Glass Harbor 2 moves', text: TEXT }])),
  [PAGE]: () =>
    new Response(`<html><body><article><h1>Glass Harbor 2 moves</h1><p>${TEXT}</p></article>`),
}

type Scan = {
  id: string
  state: string
  until: string | null
  looks: { sourceId: string; outcome: string | null; detail: string | null }[]
  pages: { found: number; read: number; givenUp: number; duplicates: number }
  troubles: { url: string; note: string }[]
}
type Begun = { id: string; state: string; until: string | null; url: string }

test('two clicks make one scan, and its progress is told to the end', async () => {
  const { api, app, jobs } = await adminSite(WEB, [FEED])
  const begun = await (await api('/scans', {})).json<Begun>()
  const again = await (await api('/scans', { source: 'one-example' })).json<Begun>()
  expect([begun.state, again.state]).toEqual(['started', 'running'])
  expect(again.id).toBe(begun.id)
  const read = async () => await (await api(`/scans/${begun.id}`)).json<Scan>()
  expect((await read()).state).toBe('running')
  await runAll(app, jobs)
  const scan = await read()
  expect(scan).toMatchObject({ state: 'done', pages: { found: 1, read: 1, givenUp: 0 } })
  expect(scan.looks).toMatchObject([{ sourceId: 'one-example', outcome: 'fresh', found: 1 }])
})

test('a source is read anew by one scan, whatever its server said of changes', async () => {
  const feed = () => new Response(rss([]), { headers: { etag: '"1"' } })
  const { api, app, jobs, seen, wait } = await adminSite({ [FEED]: feed }, [FEED])
  const look = async (wanted: object) => {
    wait(25 * 3600)
    await api('/scans', wanted)
    await api('/scans', wanted)
    await runAll(app, jobs)
    return seen.findLast(({ url }) => url === FEED)?.headers['if-none-match']
  }
  expect(await look({})).toBeUndefined()
  expect(await look({})).toBe('"1"')
  expect(await look({ source: 'one-example', anew: true })).toBeUndefined()
  expect(seen.filter(({ url }) => url === FEED)).toHaveLength(3)
})

test('what a publisher refuses is told in its own words, with until when', async () => {
  const web = {
    [FEED]: () =>
      new Response('come back tomorrow', {
        status: 429,
        headers: { 'content-type': 'text/plain', 'retry-after': '7200' },
      }),
  }
  const { api, page, app, jobs } = await adminSite(web, [FEED])
  const { id } = await (await api('/scans', {})).json<Begun>()
  await runAll(app, jobs)
  const [look] = (await (await api(`/scans/${id}`)).json<Scan>()).looks
  expect(look?.detail).toContain('“come back tomorrow”')
  expect(look?.detail).toContain('not before 2026-03-02T12:00')
  expect(await (await page(`/scans/${id}`)).text()).toContain('come back tomorrow')
})

test('a scan that is stopped asks nobody any more, and goes on where it was', async () => {
  const { api, app, jobs, seen } = await adminSite(WEB, [FEED])
  const { id } = await (await api('/scans', {})).json<Begun>()
  await runNext(app, jobs) // the feed
  expect(await (await api(`/scans/${id}/stop`, {})).json()).toMatchObject({ state: 'stopped' })
  await runAll(app, jobs) // the page's job
  expect(seen.map(({ url }) => url)).not.toContain(PAGE)
  const read = async () => await (await api(`/scans/${id}`)).json<Scan>()
  expect(await read()).toMatchObject({ state: 'stopped', stoppedBy: 'admin' })
  await api(`/scans/${id}/go-on`, {})
  await runAll(app, jobs)
  expect(await read()).toMatchObject({ state: 'done', pages: { read: 1 } })
})

test('a scan stopped before it begins looks nowhere', async () => {
  const { api, app, jobs, seen } = await adminSite(WEB, [FEED])
  const { id } = await (await api('/scans', {})).json<Begun>()
  await api(`/scans/${id}/stop`, {})
  await runAll(app, jobs)
  expect(seen).toEqual([])
  const [look] = (await (await api(`/scans/${id}`)).json<Scan>()).looks
  expect(look).toMatchObject({ outcome: 'refused', detail: 'stopped by admin' })
})

test('a page is read anew when an admin asks, and not twice within an hour', async () => {
  const { api, app, jobs, seen, wait } = await adminSite(WEB, [FEED])
  const asked = () => seen.filter(({ url }) => url === PAGE).length
  const first = await (await api('/scans', { url: PAGE })).json<Begun>()
  expect(first.state).toBe('started')
  const twice = await (await api('/scans', { url: PAGE })).json<Begun>()
  expect(twice).toMatchObject({ id: first.id, state: 'running' })
  await runAll(app, jobs)
  expect(asked()).toBe(1)
  const soon = await (await api('/scans', { url: PAGE })).json<Begun>()
  expect(soon.state).toBe('waiting')
  expect(Date.parse(soon.until ?? '')).toBeGreaterThan(app.now().getTime() + 3500_000)
  expect(await (await api(`/scans/${soon.id}`)).json()).toMatchObject({ state: 'waiting' })
  expect(asked()).toBe(1)
  wait(7200)
  await runScrapeJob(app, { kind: 'page', url: PAGE })
  expect(asked()).toBe(2)
  const other = await api('/scans', { url: 'https://nobody.example/x' })
  expect(other.status).toBe(409)
})

test('a wish that cannot be is refused in words, and is no scan', async () => {
  const { api, page } = await adminSite(WEB, [FEED])
  const wishes: [object, number][] = [
    [{ source: 'nobody' }, 404],
    [{ source: 'one-example', backfill: true }, 409],
    [{ backfill: true }, 400],
    [{ source: 'one-example', from: '2024-01-01' }, 400],
    [{ source: 'one-example', backfill: true, from: '2024-02-31' }, 400],
    [{ source: 'one-example', backfill: true, from: '2024-02-02', until: '2024-02-01' }, 400],
    [{ url: 'ftp://one.example/' }, 400],
    [{ url: PAGE, source: 'one-example' }, 400],
    [{ source: 7 }, 400],
    [[], 400],
  ]
  for (const [wish, status] of wishes) {
    const answer = await api('/scans', wish)
    expect(answer.status, JSON.stringify(wish)).toBe(status)
    expect((await answer.json<{ detail: string }>()).detail).not.toBe('')
  }
  const shown = await page('/scans', { source: 'nobody' })
  expect(shown.status).toBe(404)
  expect(await shown.text()).toContain('No source has the id &quot;nobody&quot;.')
  expect(await (await api('/scans')).json()).toEqual({ scans: [] })
})

test('a form leads to the scan that it began, and says so once', async () => {
  const { page } = await adminSite(WEB, [FEED])
  const answer = await page('/scans', { source: '' })
  expect(answer.status).toBe(303)
  const to = answer.headers.get('location') ?? ''
  expect(to).toMatch(/^\/admin\/scans\/[\w-]+$/)
  expect(answer.headers.get('set-cookie')).toContain('It%20begins.')
  const html = await (await page(to.slice('/admin'.length))).text()
  expect(html).toContain('<progress')
  expect(html).toContain('http-equiv="refresh"')
})

test('progress comes as events, until the scan has ended', async () => {
  const { api, ask, cookie, app, jobs } = await adminSite(WEB, [FEED])
  const { id } = await (await api('/scans', {})).json<Begun>()
  await runAll(app, jobs)
  const answer = await ask(`/admin/scans/${id}/events`, { headers: { cookie } })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const events = await answer.text()
  expect(events).toMatch(/^event: progress\ndata: .*1 of 1 new page read/m)
  expect(events).toMatch(/event: end\n/)
  expect((await ask(`/admin/scans/${id}/events`)).status).toBe(401)
})

test('each start and stop is in the log, with who did it', async () => {
  const { api } = await adminSite(WEB, [FEED])
  const { id } = await (await api('/scans', { source: 'one-example' })).json<Begun>()
  await api(`/scans/${id}/stop`, {})
  await api(`/scans/${id}/stop`, {}) // changes nothing, and is no act
  const { acts } = await (await api('/audit')).json<{ acts: object[] }>()
  expect(acts).toMatchObject([
    { act: 'stop scan', who: 'admin', subject: id, after: { state: 'stopped' } },
    { act: 'start scan', who: 'admin', subject: id, after: { source: 'one-example' } },
    { act: 'sign in' },
  ])
})

test.for([
  ['of a source', { source: 'one-example' }],
  ['of a page', { url: PAGE }],
] as const)('a scan %s that dies as it begins is in the log all the same', async ([, wanted]) => {
  const { api, app } = await adminSite(WEB, [FEED])
  const die = () => Promise.reject(new Error('the process is killed'))
  Object.assign(app.queues.scrape, { send: die, sendBatch: die })
  expect((await api('/scans', wanted)).status).toBe(500)
  const { scans } = await (await api('/scans')).json<{ scans: { id: string }[] }>()
  const { acts } = await (await api('/audit')).json<{ acts: object[] }>()
  expect(scans).toHaveLength(1)
  expect(acts).toMatchObject([{ act: 'start scan', subject: scans[0]?.id }, { act: 'sign in' }])
})
