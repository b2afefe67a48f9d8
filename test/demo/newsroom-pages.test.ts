import { fileURLToPath } from 'node:url'
import { load } from 'cheerio'
import { parseFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { readCorpus } from '../../demo/newsroom/corpus.ts'
import { DESIGNS, hostOf, pathOf } from '../../demo/newsroom/publisher.ts'
import { article, ofKind, open, portOf, textOf } from './newsroom-visit.ts'

const DEMO = fileURLToPath(new URL('../../demo/newsroom', import.meta.url))

test("an article's title and text stand in its page, in order", async () => {
  const newsroom = await open()
  const { articles } = await readCorpus(DEMO)
  expect(articles.length).toBeGreaterThan(12)
  for (const { url, title, text } of articles) {
    const shown = plain(await textOf(newsroom, hostOf(url), pathOf(url)))
    const places = text.split('\n\n').map((paragraph) => shown.indexOf(squeeze(paragraph)))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(shown).toContain(squeeze(title))
  }
})

test('a page keeps its bytes when other articles are published after it', async () => {
  const newsroom = await open()
  const { articles } = await readCorpus(DEMO)
  const { url, outlet } = articles[0] ?? article({})
  const before = await textOf(newsroom, hostOf(url), pathOf(url))
  newsroom.publish(article({ outlet, url: new URL('/later', url).href }))
  expect(await textOf(newsroom, hostOf(url), pathOf(url))).toBe(before)
})

test('an undated article stays undated in each design', async () => {
  const newsroom = await open()
  const already = newsroom.publishers.length
  for (const name of 'abcdefghijklmnop') {
    const url = `https://${name}.example/undated`
    newsroom.publish(article({ outlet: `Outlet ${name}`, url, published: null }))
  }
  const unnamed = newsroom.publishers.slice(already)
  expect(new Set(unnamed.map(({ design }) => design))).toEqual(new Set(DESIGNS))
  expect(new Set(unnamed.map(({ feedKind }) => feedKind))).toEqual(new Set(['json', 'rss']))
  for (const { host, feedPath } of unnamed) {
    const feed = await textOf(newsroom, host, feedPath)
    const page = await textOf(newsroom, host, '/undated')
    expect(feed).toContain(`http://${host}:${portOf(newsroom)}/undated`)
    expect(feed + page).not.toMatch(/pubDate|date_published|<time|published_time|datePublished/i)
    expect(feed + page).not.toMatch(/\b20[123]\d\b/)
  }
})

test('an undated article among dated ones gets no date, not even in Atom', async () => {
  const newsroom = await open()
  const { host, outlet, feedPath } = ofKind(newsroom, 'atom')
  const url = `https://${host.replace('.localhost', '.example')}/undated`
  newsroom.publish(article({ outlet, url, published: null, text: 'Some day.' }))
  const entries = (await textOf(newsroom, host, feedPath)).split('<entry>')
  expect(entries.at(-1)).toContain('Some day.')
  expect(entries.at(-1)).not.toMatch(/<published>|<updated>/)
  expect(entries.at(-2)).toMatch(/<published>.*<updated>/s)
})

test('markup in an article is shown as text by every design', async () => {
  const newsroom = await open()
  const evil = `<script>alert(1)</script> & "quotes' </title></script><img src=x onerror=alert(1)>`
  for (const { host, outlet, feedPath } of newsroom.publishers) {
    const url = `https://${host.replace('.localhost', '.example')}/evil?q=<"'>`
    newsroom.publish(
      article({ outlet, url, title: evil, byline: evil, text: `${evil}\n\n${evil}` }),
    )
    const page = await textOf(newsroom, host, pathOf(url))
    const $ = load(page)
    expect($('script:not([type="application/ld+json"]), img, [onerror]').length).toBe(0)
    expect($('h1, font[size="5"] b').first().text()).toBe(evil)
    for (const data of $('script[type="application/ld+json"]')) {
      expect(JSON.stringify(JSON.parse($(data).text()))).toContain(
        JSON.stringify(evil).slice(1, -1),
      )
    }
    const feed = parseFeed(await textOf(newsroom, host, feedPath))
    expect(JSON.stringify(feed)).toContain(JSON.stringify(evil).slice(1, -1))
  }
})

function plain(page: string): string {
  const $ = load(page)
  $('script, style').remove()
  return squeeze($('body').text())
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
