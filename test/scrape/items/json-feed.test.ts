import { expect, test } from 'vitest'
import { itemsIn, read } from './read.ts'

const VERSION = 'https://jsonfeed.org/version/1.1'
const json = (feed: object) => JSON.stringify({ version: VERSION, title: 'News', ...feed })

test('a JSON Feed item gives all that it says', async () => {
  const item = {
    id: '1',
    url: '/a',
    title: 'A &amp; B',
    summary: 'Short',
    content_html: '<p>One</p><p>Two</p>',
    date_published: '2026-03-02T10:00:00+01:00',
    date_modified: '2026-03-03T10:00:00Z',
    authors: [{ name: 'Ann Lee' }, { url: 'https://x.example' }],
  }
  expect(await itemsIn(json({ items: [item] }))).toEqual([
    {
      url: 'https://news.example/a',
      title: 'A & B',
      published: '2026-03-02T09:00:00.000Z',
      updated: '2026-03-03T10:00:00.000Z',
      authors: ['Ann Lee'],
      summary: 'Short',
      text: 'One\n\nTwo',
    },
  ])
})

test('plain text is not HTML, and an id may be the address', async () => {
  const items = [{ id: 'https://news.example/a', content_text: 'x <b> y\n\nz' }]
  expect(await itemsIn(json({ items }))).toMatchObject([
    { url: 'https://news.example/a', text: 'x <b> y\n\nz', published: null },
  ])
})

test('values of wrong types cost their item and no other', async () => {
  const items = [
    { id: 3, url: 7, title: ['x'] },
    null,
    'x',
    { url: 'https://news.example/b', title: 8, date_published: 20, authors: 'y', tags: {} },
    { url: 'https://news.example/c', author: { name: 'Ann Lee' }, content_html: { a: 1 } },
  ]
  expect(await read(json({ items }))).toMatchObject({
    items: [
      { url: 'https://news.example/b', title: '8', published: null, authors: [] },
      { url: 'https://news.example/c', authors: ['Ann Lee'], text: '' },
    ],
    unreadable: ['no item: null', 'no item: "x"', 'no link: an entry without title'],
  })
})

test.each(['{"items":[', '{"items":"x"}', '{"a":1}', '[]'])('%s is no feed', async (body) => {
  expect(await read(body)).toMatchObject({ kind: 'broken' })
})

test('the feed’s authors are those of items without one, and its next page is told', async () => {
  const feed = json({ authors: [{ name: 'Ann Lee' }], next_url: '/p2', items: [{ url: '/a' }] })
  const search = { kind: 'search', url: 'https://news.example/?s=x&paged={page}' }
  expect(await read(feed, search)).toMatchObject({
    items: [{ authors: ['Ann Lee'] }],
    hints: { more: ['https://news.example/p2'] },
  })
})
