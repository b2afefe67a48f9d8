import { expect, test } from 'vitest'
import { showing } from '../../../src/scrape/item.ts'
import { itemsIn, read } from './read.ts'

const NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const urlset = (urls: string, ns = NS) => `<?xml version="1.0"?><urlset ${ns}>${urls}</urlset>`
const url = (loc: string, lastmod = '') =>
  `<url><loc>${loc}</loc>${lastmod && `<lastmod>${lastmod}</lastmod>`}</url>`
const SITEMAP = { kind: 'sitemap' }

test('a sitemap tells when a page was changed, and not when it was published', async () => {
  const [item] = await itemsIn(
    urlset(url('https://news.example/2026/glass-harbor-2/', '2026-03-01')),
    SITEMAP,
  )
  expect(item).toMatchObject({
    url: 'https://news.example/2026/glass-harbor-2/',
    title: '',
    published: null,
    updated: '2026-03-01T00:00:00.000Z',
  })
  expect(item && showing(item)).toBe('2026 glass harbor 2')
})

test('a news sitemap tells title and date, whatever its prefix', async () => {
  const news = `<url><loc>https://news.example/a</loc><n:news><n:publication><n:name>News</n:name>
    <n:language>en</n:language></n:publication><n:publication_date>2026-03-02T10:00:00+01:00</n:publication_date>
    <n:title><![CDATA[A &amp; B]]></n:title></n:news><image:image><image:loc>/x.png</image:loc>
    <image:title>wrong</image:title></image:image></url>`
  const ns = `${NS} xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"`
  expect(await itemsIn(urlset(news, ns), SITEMAP)).toMatchObject([
    { url: 'https://news.example/a', title: 'A & B', published: '2026-03-02T09:00:00.000Z' },
  ])
})

test('an index leads to its newest sitemaps that fit', async () => {
  const children = Array.from({ length: 20 }, (_, at) => 10 + at).map(
    (day) =>
      `<sitemap><loc>https://news.example/posts-${day}.xml?a=1&amp;b=2</loc><lastmod>2026-01-${day}</lastmod></sitemap>`,
  )
  const other =
    '<sitemap><loc>https://news.example/tags.xml</loc><lastmod>2026-03-01</lastmod></sitemap>'
  const index = `<sitemapindex ${NS}>${children.join('')}${other}</sitemapindex>`
  const reading = await read(index, { kind: 'sitemap', children: '^/posts-' })
  expect(reading).toMatchObject({ kind: 'items', items: [] })
  expect(reading.kind === 'items' && reading.hints.more).toEqual(
    [29, 28, 27, 26, 25].map((day) => `https://news.example/posts-${day}.xml?a=1&b=2`),
  )
})

test('of many addresses only the newest count that fit', async () => {
  const urls = Array.from({ length: 3000 }, (_, at) =>
    url(`https://news.example/${at % 2 ? 'news' : 'shop'}/${at}`, new Date(at * 1e9).toISOString()),
  )
  const bounds = { kind: 'sitemap', path: '^/news/', newest: 3 }
  const items = await itemsIn(urlset(urls.join('')), bounds)
  expect(items.map((item) => item.url)).toEqual([
    'https://news.example/news/2999',
    'https://news.example/news/2997',
    'https://news.example/news/2995',
  ])
})

test('an entry that cannot be read is told, and the others are read', async () => {
  const broken = `${url('')}<url><loc>https://news.example/a<url><loc x="1>https://news.example/b</loc></url>`
  const reading = await read(urlset(broken + url('https://news.example/c')), SITEMAP)
  expect(reading).toMatchObject({
    items: [{ url: 'https://news.example/a' }, { url: 'https://news.example/c' }],
    unreadable: ['no link: an entry without title', 'no link: an entry without title'],
  })
})

test('a feed may serve as a sitemap, a page may not', async () => {
  const feed = '<rss><channel><item><title>A</title><link>/a</link></item></channel></rss>'
  expect(await itemsIn(feed, SITEMAP)).toMatchObject([{ title: 'A' }])
  expect(await read('<!doctype html><title>Gone</title>', SITEMAP)).toMatchObject({
    kind: 'broken',
    looksLike: 'page',
  })
})

test('a sitemap in place of a feed is broken', async () => {
  expect(await read(urlset(url('https://news.example/a')))).toMatchObject({
    kind: 'broken',
    reason: 'no feed: a sitemap',
  })
})
