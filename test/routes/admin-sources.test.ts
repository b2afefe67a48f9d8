import { expect, test } from 'vitest'
import { rss } from '../scrape/web.ts'
import { adminSite, runAll } from './admin-site.ts'

const FEED = 'https://one.example/feed'
const WEB = { [FEED]: () => new Response(rss([{ link: 'https://one.example/a', title: 'Other' }])) }

type Listed = { sources: { source: { id: string }; state: { state: string } | null }[] }
type Shown = { state: { state: string; lastError: string | null }; looks: { outcome: string }[] }

test('a source tells how it is, when it is looked at next, and what it last answered', async () => {
  const { api, page, app, jobs } = await adminSite(WEB, [FEED])
  await api('/scans', {})
  await runAll(app, jobs)
  const html = await (await page('/sources/one-example')).text()
  expect(html).toMatch(/<dt>Last answer<\/dt><dd>0 min ago/)
  expect(html).toMatch(/Next look at <time datetime="2026-03-0[2-9]T/)
  expect(html).toMatch(
    /<td data-name="Answer">fresh<\/td><td class="num" data-name="Shown">1<\/td>/,
  )
  const listed = await (await page('/sources')).text()
  expect(listed).toMatch(/data-name="Next look"><time datetime="2026-03-0[2-9]T/)
})

test('a source that is paused is not looked at, and is again when it is resumed', async () => {
  const { api, app, jobs, seen } = await adminSite(WEB, [FEED])
  const path = '/sources/one-example'
  expect(await (await api('/sources')).json<Listed>()).toMatchObject({
    sources: [{ source: { id: 'one-example' }, state: null }],
  })
  await api(`${path}/pause`, { why: 'they are moving house' })
  await api('/scans', {})
  await runAll(app, jobs)
  expect(seen).toEqual([])
  const paused = await (await api(path)).json<Shown>()
  expect(paused.state).toMatchObject({ state: 'paused', lastError: 'they are moving house' })
  expect(paused.looks).toMatchObject([{ outcome: 'refused' }])
  expect(await (await api(`${path}/resume`, {})).json()).toMatchObject({ state: 'ok' })
  await api('/scans', {})
  await runAll(app, jobs)
  expect(seen.map(({ url }) => url)).toContain(FEED)
  const { looks } = await (await api(path)).json<Shown>()
  // both may have begun in the same millisecond
  expect(looks.map(({ outcome }) => outcome).toSorted()).toEqual(['fresh', 'refused'])
})

test('what was done to a source is in the log, before and after', async () => {
  const { api, page } = await adminSite(WEB, [FEED])
  await page('/sources/one-example/pause', { why: '' })
  await page('/sources/one-example/resume', {})
  await page('/sources/one-example/resume', {}) // is no act
  const { acts } = await (await api('/audit')).json<{ acts: object[] }>()
  expect(acts).toMatchObject([
    { act: 'resume source', before: { state: 'paused' }, after: { state: 'ok' } },
    { act: 'pause source', subject: 'one-example', before: { state: null } },
    { act: 'sign in' },
  ])
})

test('the log is read page by page, to its beginning', async () => {
  const { api, page } = await adminSite(WEB, [FEED])
  for (let time = 0; time < 3; time++) await api('/sources/one-example/pause', {})
  type Log = { acts: { id: number }[]; next: number | null }
  const first = await (await api('/audit?limit=2')).json<Log>()
  const second = await (await api(`/audit?limit=2&before=${first.next}`)).json<Log>()
  expect([first.acts.length, second.acts.length, second.next]).toEqual([2, 2, null])
  expect(new Set([...first.acts, ...second.acts].map(({ id }) => id)).size).toBe(4)
  expect(await (await page('/audit?limit=2')).text()).toContain(`?before=${first.next}`)
  expect((await api('/audit?before=x')).status).toBe(400)
})

test('a host whose publisher asked for it is never asked, until the word is taken back', async () => {
  const { api, app, jobs, seen } = await adminSite(WEB, [FEED])
  await api('/hosts/stop', { host: 'One.Example', words: 'Please stop.' })
  expect(await (await api('/hosts')).json()).toMatchObject({
    hosts: [{ host: 'one.example', words: 'Please stop.' }],
  })
  await api('/scans', {})
  await runAll(app, jobs)
  expect(seen).toEqual([])
  expect((await api('/hosts/stop', { host: 'not a host', words: 'x' })).status).toBe(400)
  expect((await api('/hosts/allow', { host: 'two.example' })).status).toBe(404)
  expect((await api('/hosts/allow', { host: 'one.example' })).status).toBe(200)
  expect(await (await api('/hosts')).json()).toEqual({ hosts: [] })
})

test('a source that nobody has configured is unknown', async () => {
  const { api, page } = await adminSite(WEB, [FEED])
  expect((await api('/sources/nobody')).status).toBe(404)
  expect((await api('/sources/nobody/pause', {})).status).toBe(404)
  expect((await page('/sources/nobody')).status).toBe(404)
  expect((await page('/sources/one-example')).status).toBe(200)
})

test('every page is there, and every body that makes no sense is refused, not a fault', async () => {
  const { api, page, ask, token } = await adminSite(WEB, [FEED])
  for (const path of ['', '/scans', '/sources', '/hosts', '/try', '/audit']) {
    expect((await page(path)).status, path).toBe(200)
    expect((await api(path)).status, path).toBe(200)
  }
  const acts = ['/scans', '/try', '/hosts/stop', '/hosts/allow']
  for (const path of acts) {
    for (const body of ['{', 'null', '7', '"x"', '[]', '{"url":7,"host":[],"source":{}}']) {
      const init = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body }
      expect((await ask(`/api/admin${path}`, init)).status, `${path} ${body}`).toBe(400)
      expect((await ask(`/admin${path}`, init)).status, `${path} ${body}`).toBeLessThan(500)
    }
  }
})
