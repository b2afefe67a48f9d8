import { expect, test } from 'vitest'
import { parseSources } from '../src/source.ts'

const NEWS = { id: 'news', outlet: 'News', home: 'https://news.example/' }
const URL_ = 'https://news.example/feed/'

test('an entry that does not say its kind is a feed', () => {
  expect(parseSources([{ ...NEWS, url: URL_ }])).toEqual([
    { ...NEWS, kind: 'feed', url: URL_, unverified: null },
  ])
})

test('what a kind leaves open has a usual value', () => {
  const select = { item: 'article', title: 'h2' }
  const [search, sitemap, listing, api] = parseSources([
    { ...NEWS, id: 'a', kind: 'search', url: 'https://news.example/?s=x&paged={page}' },
    { ...NEWS, id: 'b', kind: 'sitemap', url: 'https://news.example/sitemap.xml' },
    { ...NEWS, id: 'c', kind: 'listing', url: 'https://news.example/all', select },
    { ...NEWS, id: 'd', kind: 'news-api', api: 'gdelt', query: '"Glass Harbor"' },
  ])
  expect(search).toMatchObject({ firstPage: 1 })
  expect(sitemap).toMatchObject({ newest: 200 })
  expect(listing).toMatchObject({ select: { url: { selector: 'a[href]', value: 'href' } } })
  expect(api).toMatchObject({ minGapSeconds: 5 })
})

test.each([
  [
    { kind: 'podcast', url: URL_ },
    'source news: kind: no such kind; there are feed, search, sitemap, listing, news-api',
  ],
  [{ kind: 'search', url: URL_ }, 'source news: url: has no {page} in it'],
  [{ kind: 'search', url: 'https://a.example/{page}', firstPage: -1 }, 'source news: firstPage: '],
  [{ kind: 'sitemap', url: URL_, path: '(' }, 'source news: path: no regular expression'],
  [{ kind: 'sitemap', url: URL_, newest: 1e6 }, 'source news: newest: '],
  [{ kind: 'listing', url: URL_ }, 'source news: select: '],
  [{ kind: 'listing', url: URL_, select: { item: '', title: 'h2' } }, 'source news: select.item: '],
  [{ kind: 'news-api', api: 'other', query: 'Harbor' }, 'source news: api: '],
  [
    { kind: 'news-api', api: 'gdelt', query: 'Harbor', minGapSeconds: 1 },
    'source news: minGapSeconds: ',
  ],
  [{ url: 'ftp://news.example/' }, 'source news: url: '],
  [{ url: URL_, home: 'news.example' }, 'source news: home: '],
  [{ url: URL_, ulr: URL_ }, 'source news: entry: Unrecognized key: "ulr"'],
  [{ id: 'News!', url: URL_ }, 'source News!: id: lower-case letters, digits and hyphens'],
])('%j is refused with source and field', (entry, complaint) => {
  expect(() => parseSources([{ ...NEWS, ...entry }])).toThrow(complaint)
})

test('what is no entry is named by its place', () => {
  expect(() => parseSources(['x'])).toThrow('source #0: entry: ')
  expect(() => parseSources([])).toThrow()
})

test('no two sources share an id or an address, save that an API may be asked twice', () => {
  const feed = { ...NEWS, url: URL_ }
  expect(() => parseSources([feed, feed])).toThrow('source news: id: news is there twice')
  expect(() => parseSources([feed, { ...feed, id: 'b' }])).toThrow(
    `source b: url: ${URL_} is there twice`,
  )
  const api = { ...NEWS, kind: 'news-api', api: 'gdelt', query: 'Glass Harbor' }
  expect(parseSources([api, { ...api, id: 'b', query: 'Harbor two' }])).toHaveLength(2)
})
