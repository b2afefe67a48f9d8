import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { rss } from '../scrape/web.ts'
import { adminSite } from './admin-site.ts'

const FEED = 'https://new.example/feed'
const PAGE = 'https://new.example/a'
const OTHER = 'https://new.example/b'
const SAID = '“We are working on the script of Glass Harbor 2,” Ines Quarrie told the Harbor Post.'
const MORE = 'The director made Glass Harbor in 2019, and the film found a loyal audience since. '

const WEB = {
  [FEED]: () =>
    new Response(
      rss([
        { link: PAGE, title: 'Glass Harbor 2 has a script', date: 'Sun, 01 Mar 2026 10:00:00 GMT' },
        { link: OTHER, title: 'A cooking show' },
      ]),
    ),
  [PAGE]: () =>
    new Response(
      `<html lang="en"><head><title>Glass Harbor 2 has a script</title></head><body><article>
       <h1>Glass Harbor 2 has a script</h1><p>${SAID}</p><p>${MORE.repeat(12)}</p></article>`,
    ),
}

test('a new feed shows which items would be read and why, and nothing is kept', async () => {
  const { api, page } = await adminSite(WEB)
  const tried = await (await api('/try', { url: FEED, kind: 'feed' })).json()
  expect(tried).toMatchObject({
    kind: 'items',
    items: [
      { url: PAGE, why: expect.stringContaining('glass harbor 2'), isKnown: false },
      { url: OTHER, why: null },
    ],
  })
  expect(await stored()).toEqual([0, 0, 0])
  const again = await (await page('/try', { url: FEED, kind: 'feed' })).text()
  expect(again).toContain('It was tried within this hour.')
})

test('a new page shows its extract, its statements and its story, and nothing is kept', async () => {
  const { page, api } = await adminSite(WEB)
  const html = await (await page('/try', { url: PAGE, kind: 'page' })).text()
  expect(html).toContain('We are working on the script of Glass Harbor 2')
  expect(html).toContain('Ines Quarrie')
  expect(html).toContain('would found one')
  expect(await stored()).toEqual([0, 0, 0])
  const { acts } = await (await api('/audit')).json<{ acts: object[] }>()
  expect(acts[0]).toMatchObject({ act: 'try address', subject: PAGE, after: { gave: 'article' } })
})

test('what robots.txt forbids is not tried', async () => {
  const robots = () => new Response('User-agent: *\nDisallow: /')
  const { api, seen } = await adminSite({ ...WEB, 'https://new.example/robots.txt': robots })
  const tried = await (await api('/try', { url: PAGE, kind: 'page' })).json()
  expect(tried).toMatchObject({ kind: 'nothing', reason: expect.stringContaining('robots') })
  expect(seen.map(({ url }) => url)).toEqual(['https://new.example/robots.txt'])
})

test('an address that is a source already, or no public one, is not tried', async () => {
  const { api, seen } = await adminSite(WEB, [FEED])
  const known = await (await api('/try', { url: FEED, kind: 'feed' })).json()
  expect(known).toMatchObject({ reason: expect.stringContaining('new-example') })
  for (const url of ['http://127.0.0.1/', 'http://localhost:8787/', 'http://10.0.0.1/x']) {
    expect(await (await api('/try', { url, kind: 'page' })).json(), url).toMatchObject({
      kind: 'nothing',
    })
  }
  expect(seen).toEqual([])
})

async function stored(): Promise<unknown[]> {
  const counts = ['articles', 'pages', 'statements'].map((table) =>
    env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first('n'),
  )
  return await Promise.all(counts)
}
