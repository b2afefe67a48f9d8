import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parseFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { readCorpus } from '../../demo/newsroom/corpus.ts'
import { DESIGNS, FEED_PATHS, hostOf, pathOf } from '../../demo/newsroom/publisher.ts'
import { sourcesOf, startNewsroom } from '../../demo/newsroom/server.ts'
import { article, first, get, open, portOf, textOf } from './newsroom-visit.ts'

const DEMO = fileURLToPath(new URL('../../demo/newsroom', import.meta.url))
const SEEDS = fileURLToPath(new URL('../../../shared/corpus/seeds', import.meta.url))

/** Where each kind of feed keeps the addresses of its items. */
type Feed = {
  items?: { link?: string; url?: string }[]
  entries?: { links?: { href?: string }[] }[]
}

test('each publisher lists all its articles in its feed', async () => {
  const newsroom = await open()
  const { articles } = await readCorpus(DEMO)
  for (const { host, feedPath } of newsroom.publishers) {
    const own = articles.filter(({ url }) => hostOf(url) === host)
    const links = linksOf(await textOf(newsroom, host, feedPath))
    expect(links.toSorted()).toEqual(
      own.map(({ url }) => `http://${host}:${portOf(newsroom)}${pathOf(url)}`).toSorted(),
    )
  }
})

test('the demo has every design and every kind of feed', async () => {
  const { publishers } = await open()
  expect(publishers.map(({ design }) => design).toSorted()).toEqual(
    expect.arrayContaining([...DESIGNS]),
  )
  expect(publishers.map(({ feedKind }) => feedKind)).toEqual(
    expect.arrayContaining(Object.keys(FEED_PATHS)),
  )
})

test('a feed that has not changed is answered with 304 and no body', async () => {
  const newsroom = await open()
  for (const { host, feedPath } of newsroom.publishers) {
    const first = await get(newsroom, host, feedPath)
    const etag = first.headers.get('etag') ?? ''
    const modified = first.headers.get('last-modified') ?? ''
    const byTag = await get(newsroom, host, feedPath, { 'if-none-match': `W/"old", ${etag}` })
    const byDate = await get(newsroom, host, feedPath, { 'if-modified-since': modified })
    const byOldTag = await get(newsroom, host, feedPath, {
      'if-none-match': '"old"',
      'if-modified-since': modified,
    })
    expect([byTag.status, byDate.status, byOldTag.status]).toEqual([304, 304, 200])
    expect(await byTag.text()).toBe('')
    expect(byTag.headers.get('etag')).toBe(etag)
  }
})

test('a published article appears on top of its feed, which has a new tag and date', async () => {
  const newsroom = await open()
  const { host, feedPath, outlet } = first(newsroom)
  const before = await get(newsroom, host, feedPath)
  newsroom.publish(
    article({ outlet, url: `https://${host.replace('.localhost', '.example')}/new` }),
  )
  const after = await get(newsroom, host, feedPath)
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
  expect(after.headers.get('last-modified')).not.toBe(before.headers.get('last-modified'))
  expect(linksOf(await after.text())[0]).toBe(`http://${host}:${portOf(newsroom)}/new`)
})

test('two publications within a second have different dates', async () => {
  const newsroom = await open()
  const { host, outlet, feedPath } = first(newsroom)
  const dates = []
  for (const id of ['one', 'two']) {
    const url = `https://${host.replace('.localhost', '.example')}/${id}`
    newsroom.publish(article({ id, outlet, url }))
    dates.push((await get(newsroom, host, feedPath)).headers.get('last-modified'))
  }
  expect(dates[1]).not.toBe(dates[0])
})

test('a later text takes the place of the former at the same address', async () => {
  const newsroom = await open()
  const count = newsroom.articleCount
  const url = 'https://fresh.example/story'
  newsroom.publish(article({ url, text: 'As it was first told.' }))
  newsroom.publish(article({ url, id: 'second', text: 'As it is told now.', revision_of: 'new' }))
  const page = await textOf(newsroom, 'fresh.localhost', '/story')
  expect(page).toContain('As it is told now.')
  expect(page).not.toContain('As it was first told.')
  expect(newsroom.articleCount).toBe(count + 1)
})

test('robots may read feeds and articles', async () => {
  const newsroom = await open()
  for (const { host, feedPath } of newsroom.publishers) {
    const robots = await get(newsroom, host, '/robots.txt')
    expect(robots.headers.get('content-type')).toContain('text/plain')
    expect(await robots.text()).toMatch(/^User-agent: \*$/m)
    expect((await get(newsroom, host, feedPath)).status).toBe(200)
  }
})

test('the index names every publisher, and every front page its articles', async () => {
  const newsroom = await open()
  const index = await (await fetch(newsroom.url)).text()
  for (const { url, home } of sourcesOf(newsroom)) {
    expect(index).toContain(`href="${url}"`)
    const { host, pathname } = new URL(home)
    expect(await textOf(newsroom, host, pathname)).toContain('class="headlines"')
  }
})

test('a browser is served by the Host header', async () => {
  const newsroom = await open()
  const { host, outlet } = first(newsroom)
  const browser = request(newsroom.url, { headers: { host: `${host}:${portOf(newsroom)}` } }).end()
  const [page] = await once(browser, 'response')
  expect(await text(page)).toContain(`<title>${outlet}</title>`)
})

test('what was asked is kept, with its headers and its answer', async () => {
  const newsroom = await open()
  const { host } = first(newsroom)
  await get(newsroom, host, '/nowhere?x=1', { 'user-agent': 'tester' })
  await fetch(newsroom.url, { method: 'POST' })
  expect(newsroom.requests).toMatchObject([
    { method: 'GET', host, path: '/nowhere?x=1', status: 404, headers: { 'user-agent': 'tester' } },
    { method: 'POST', host: '127.0.0.1', status: 405 },
  ])
})

test('a publisher fails and waits on demand, and only that one fails', async () => {
  const newsroom = await open()
  const [one, two] = newsroom.publishers.map(({ host }) => host)
  newsroom.fail(one ?? '', 503)
  newsroom.setDelay(80)
  const start = performance.now()
  expect((await get(newsroom, one ?? '', '/')).status).toBe(503)
  expect(performance.now() - start).toBeGreaterThan(70)
  expect((await get(newsroom, two ?? '', '/')).status).toBe(200)
  newsroom.fail(one ?? '', null)
  expect((await get(newsroom, one ?? '', '/')).status).toBe(200)
})

test('a busy port is said in plain words', async () => {
  const newsroom = await open()
  const port = Number(portOf(newsroom))
  await expect(startNewsroom({ port })).rejects.toThrow(`port ${port} of 127.0.0.1 is busy`)
})

test.skipIf(!existsSync(SEEDS))('the seeds make five publishers (needs ../shared)', async () => {
  const newsroom = await open({ corpus: SEEDS })
  expect(newsroom.articleCount).toBe(5)
  expect(newsroom.publishers.map(({ host }) => host)).toEqual([
    'outlet-a.localhost',
    'outlet-b.localhost',
    'collider.localhost',
    'giantfreakinrobot.localhost',
    'digitalspy.localhost',
  ])
})

function linksOf(text: string): (string | undefined)[] {
  const { items, entries } = parseFeed(text).feed as Feed
  return (
    items?.map((item) => item.link ?? item.url) ??
    entries?.map((entry) => entry.links?.[0]?.href) ??
    []
  )
}
