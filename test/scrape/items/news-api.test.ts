import { expect, test } from 'vitest'
import { historyAddress, lookAddress } from '../../../src/scrape/source-address.ts'
import { itemsIn, NOW, read, sourceOf } from './read.ts'

const GDELT = { kind: 'news-api', api: 'gdelt', query: '"Glass Harbor" sequel', url: undefined }

test('GDELT’s articles are items; when its crawler saw them is no date of theirs', async () => {
  const articles = [
    {
      url: 'https://news.example/a?utm_source=x',
      title: 'Quarrie , who directed , says : “ yes ”',
      seendate: '20260302T101500Z',
      domain: 'news.example',
    },
  ]
  expect(await itemsIn(JSON.stringify({ articles }), GDELT)).toMatchObject([
    {
      url: 'https://news.example/a',
      title: 'Quarrie, who directed, says: “yes”',
      published: null,
    },
  ])
})

test('no articles are none, and a complaint is broken', async () => {
  expect(await itemsIn('{}', GDELT)).toEqual([])
  expect(await read('Your search contained a keyword that was too short.\n', GDELT)).toMatchObject({
    kind: 'broken',
    reason: 'gdelt says: Your search contained a keyword that was too short.',
  })
  expect(await read('<!doctype html><title>502</title>', GDELT)).toMatchObject({
    looksLike: 'page',
  })
})

test('JSON with escapes that are none, and articles that are none, lose no other', async () => {
  const body = String.raw`{"articles":[{"url":"https://news.example/a","title":"A \_ B"},7,{"title":"B"}]}`
  expect(await read(body, GDELT)).toMatchObject({
    items: [{ title: String.raw`A \_ B` }],
    unreadable: ['no link: an entry without title', 'no link: B'],
  })
})

test('a look asks for the last week, the history month by month to the present one', () => {
  const source = sourceOf(GDELT)
  const look = new URL(lookAddress(source))
  expect(look.origin + look.pathname).toBe('https://api.gdeltproject.org/api/v2/doc/doc')
  expect(Object.fromEntries(look.searchParams)).toEqual({
    query: '"Glass Harbor" sequel',
    mode: 'ArtList',
    format: 'JSON',
    maxrecords: '250',
    sort: 'DateDesc',
    timespan: '1week',
  })
  expect(historyAddress(source, 11, NOW)).toContain(
    'startdatetime=20171201000000&enddatetime=20180101000000',
  )
  expect(historyAddress(source, 110, NOW)).toContain('startdatetime=20260301000000')
  expect(historyAddress(source, 111, NOW)).toBeNull()
})

test('pages of a search are asked for in turn, oldest first where the site can', () => {
  const url = 'https://news.example/?s=x&feed=rss2&paged={page}'
  const search = sourceOf({ kind: 'search', url })
  expect(lookAddress(search)).toBe('https://news.example/?s=x&feed=rss2&paged=1')
  expect(historyAddress(search, 2, NOW)).toBe('https://news.example/?s=x&feed=rss2&paged=3')
  const turned = sourceOf({ kind: 'search', url, oldestFirst: `${url}&order=asc`, firstPage: 0 })
  expect(lookAddress(turned)).toBe('https://news.example/?s=x&feed=rss2&paged=0')
  expect(historyAddress(turned, 0, NOW)).toBe(
    'https://news.example/?s=x&feed=rss2&paged=0&order=asc',
  )
})

test('a feed and a sitemap have no history, a listing only where it has pages', () => {
  expect(historyAddress(sourceOf({}), 0, NOW)).toBeNull()
  expect(historyAddress(sourceOf({ kind: 'sitemap' }), 0, NOW)).toBeNull()
  const select = { item: 'article', title: 'h2' }
  const one = sourceOf({ kind: 'listing', url: 'https://news.example/all', select })
  expect(historyAddress(one, 0, NOW)).toBe('https://news.example/all')
  expect(historyAddress(one, 1, NOW)).toBeNull()
  const paged = sourceOf({ kind: 'listing', url: 'https://news.example/all/{page}', select })
  expect(lookAddress(paged)).toBe('https://news.example/all/1')
  expect(historyAddress(paged, 1, NOW)).toBe('https://news.example/all/2')
})
