import { expect, test } from 'vitest'
import { readFeed } from '../../src/scrape/feed.ts'
import { rss } from './web.ts'

const FEED_URL = 'https://news.example/feed/'

test('an RSS item gives address, title, date and the text that the feed carries', () => {
  const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>News</title><item><title>Tom &amp; Ann</title><link>/a?utm_source=rss</link>
    <pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate><description>short</description>
    <content:encoded><![CDATA[<p>One&nbsp;two.</p><script>alert(1)</script><p>Three.</p>]]></content:encoded>
    </item></channel></rss>`
  expect(readFeed(feed, FEED_URL)).toMatchObject({
    kind: 'items',
    unreadable: [],
    items: [
      {
        url: 'https://news.example/a',
        title: 'Tom & Ann',
        published: '2026-03-02T09:00:00.000Z',
        text: 'One two.\n\nThree.',
      },
    ],
  })
})

test('an Atom entry is known by its alternate link and its first date', () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry>
    <title>A</title><link rel="self" href="https://news.example/a.atom"/>
    <link rel="alternate" href="https://news.example/a"/><published>2026-03-01T00:00:00Z</published>
    <updated>2026-03-05T00:00:00Z</updated><summary>Text</summary></entry></feed>`
  const reading = readFeed(feed, FEED_URL)
  expect(reading).toMatchObject({
    items: [{ url: 'https://news.example/a', published: '2026-03-01T00:00:00.000Z', text: 'Text' }],
  })
})

test('a JSON Feed item without a date stays undated', () => {
  const feed = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'News',
    items: [{ id: '1', url: 'https://news.example/a', title: 'A', content_html: '<p>Text</p>' }],
  })
  expect(readFeed(feed, FEED_URL)).toMatchObject({ items: [{ published: null, text: 'Text' }] })
})

test('an entry without a link is told, and the others are read', () => {
  const feed = rss([
    { link: '', title: 'Nowhere' },
    { link: 'https://news.example/a', title: 'Somewhere' },
  ])
  expect(readFeed(feed, FEED_URL)).toMatchObject({
    items: [{ title: 'Somewhere' }],
    unreadable: ['no link: Nowhere'],
  })
})

test('a page in place of a feed is broken, not empty', () => {
  expect(readFeed('<!doctype html><h1>Maintenance</h1>', FEED_URL)).toMatchObject({
    kind: 'broken',
  })
  expect(readFeed('', FEED_URL)).toMatchObject({ kind: 'broken' })
})
