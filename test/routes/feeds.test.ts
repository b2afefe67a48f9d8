import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { FEEDS } from '../../src/routes/feeds.ts'
import { http } from '../../src/routes/http.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'
import { openWeb } from '../scrape/web.ts'

const ORIGIN = 'https://status.example'
const NASTY = 'Glass Harbor 2 <script>alert(1)</script> & “more” ]]> \u0008🎬 Ω'

/** A site that has read the usual news, and one article whose headline is an attack. */
async function readSite() {
  const attack = {
    outlet: 'wild.example',
    slug: 'attack?a=1&b=2',
    title: NASTY,
    text: ['Nobody says anything about Glass Harbor 2 in this piece, but it is on the film.'],
    published: '2026-02-01T08:00:00Z',
  }
  return http((await readNews([...NEWS, attack])).app)
}

async function textOf(path: string): Promise<string> {
  return await (await (await readSite()).request(path)).text()
}

// The rules are those of the W3C's feed validator: https://validator.w3.org/feed/docs/
const RFC_822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:\w{3}) \d{4} \d\d:\d\d:\d\d GMT$/
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

test.each(['/feed.xml', '/issues.xml'])('%s keeps the rules of RSS 2.0', async (path) => {
  const xml = await textOf(path)
  const { title, link, description, language, atom, items = [] } = parseRssFeed(xml)
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\s*<rss version="2.0"/i)
  expect(title).toMatch(/^Glass Harbor sequel Status/)
  expect(description).toContain('Glass Harbor 2')
  expect(link).toMatch(/^https:/)
  expect(language).toBe('en')
  expect(atom?.links).toEqual([{ href: ORIGIN + path, rel: 'self', type: 'application/rss+xml' }])
  const guids = items.map(({ guid }) => guid?.value)
  expect(new Set(guids).size).toBe(items.length)
  for (const item of items) {
    expect(item.title).toMatch(/\w/)
    expect(item.guid?.value).toBe(item.link)
    expect(item.pubDate).toMatch(RFC_822)
  }
})

test.each(['/atom.xml', '/status.atom'])('%s keeps the rules of Atom (RFC 4287)', async (path) => {
  const xml = await textOf(path)
  const { id, title, updated, authors, links, entries = [] } = parseAtomFeed(xml)
  expect(id).toBe(ORIGIN + path)
  expect(title?.value).toMatch(/^Glass Harbor sequel Status/)
  expect(updated).toMatch(RFC_3339)
  expect(authors?.[0]?.name).toBe('Glass Harbor sequel Status')
  expect(links?.map(({ rel }) => rel)).toEqual(['self', 'alternate'])
  expect(entries.length).toBeGreaterThan(1)
  expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length)
  for (const entry of entries) {
    expect(entry.id).toMatch(/^https:/)
    expect(entry.title?.value).toMatch(/\w/)
    expect(entry.updated).toMatch(RFC_3339)
    expect(entry.content?.type).toBe('html')
    expect(entry.links?.length).toBe(1)
  }
})

test('the JSON Feed keeps the rules of version 1.1, and holds the same stories', async () => {
  const text = await textOf('/feed.json')
  expect(JSON.parse(text).version).toBe('https://jsonfeed.org/version/1.1')
  const feed = parseJsonFeed(text)
  const rss = parseRssFeed(await textOf('/feed.xml'))
  expect(feed.feed_url).toBe(`${ORIGIN}/feed.json`)
  expect(feed.items?.map(({ id }) => id)).toEqual(rss.items?.map(({ link }) => link))
  expect(feed.items?.length).toBe(3)
})

test('what a publisher writes is text in every feed', async () => {
  const rss = parseRssFeed(await textOf('/feed.xml')).items?.[0]
  expect(rss?.title).toBe(NASTY.replace('\u0008', ''))
  expect(rss?.description).toContain('&lt;script&gt;')
  expect(rss?.description).toContain('href="https://wild.example/attack?a=1&amp;b=2"')
  const atom = parseAtomFeed(await textOf('/atom.xml')).entries?.[0]
  expect(atom?.title?.value).toBe(NASTY.replace('\u0008', ''))
  const json = parseJsonFeed(await textOf('/feed.json')).items?.[0]
  expect(json?.content_html).not.toContain('<script')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML cannot hold
  for (const { path } of FEEDS) expect(await textOf(path)).not.toMatch(/[\u0000-\u0008]/)
})

test('the feed of changes tells only of changes, with the words that brought them', async () => {
  const { entries = [] } = parseAtomFeed(await textOf('/status.atom'))
  expect(entries.map(({ updated }) => updated?.slice(0, 10))).toEqual(['2026-01-05', '2025-06-01'])
  expect(entries[0]?.title?.value).toBe('Not greenlit. The makers say they are working on it.')
  expect(entries[0]?.content?.value).toContain('having a ball')
  expect(entries[0]?.content?.value).toContain('href="https://lantern.example/interview"')
  const site = await readSite()
  const linked = await site.request(entries[0]?.links?.[0]?.href ?? '/nowhere')
  expect(linked.status).toBe(200)
  expect(await linked.text()).toContain('What could be known on 5 January 2026')
})

test.each(FEEDS)('$path is not sent twice to who has it', async ({ path, type }) => {
  const site = await readSite()
  const first = await site.request(path)
  expect(first.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
  const [tag, changed] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? '']
  expect(tag).toMatch(/^"[^"]+"$/)
  for (const headers of [
    { 'if-none-match': tag },
    { 'if-modified-since': changed },
    { 'if-none-match': tag, 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
  ]) {
    const again = await site.request(path, { headers })
    expect(again.status, JSON.stringify(headers)).toBe(304)
    expect(again.headers.get('etag') ?? tag).toBe(tag)
    expect(await again.text()).toBe('')
  }
  for (const headers of [
    { 'if-none-match': '"x"', 'if-modified-since': changed },
    { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
    { 'if-modified-since': 'no date' },
  ]) {
    expect((await site.request(path, { headers })).status, JSON.stringify(headers)).toBe(200)
  }
})

test.each(FEEDS)('$path is a feed before anything was read', async ({ path, type }) => {
  const answer = await http(openWeb({}).app).request(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain(type)
})
