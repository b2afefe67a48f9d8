import fc from 'fast-check'
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { readFeedText } from '../../../src/scrape/items/feed.ts'

const NOW = new Date('2026-03-10T12:00:00Z')
const URL_ = 'https://news.example/feed'

/** Titles as people write them, with signs that feeds must escape. */
const words = fc
  .array(fc.constantFrom('Quarrie', '“yes”', '&', 'é', '1 < 2', "it's", '日本', '7%', '–'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '))
const entry = fc.record({
  path: fc.integer({ min: 1, max: 1e6 }),
  title: words,
  text: words,
  author: fc.constantFrom('Ann Lee', 'Bo Ray'),
  date: fc.date({ min: new Date('2019-01-01'), max: NOW, noInvalidDate: true }),
})
const entries = fc.uniqueArray(entry, { selector: ({ path }) => path, maxLength: 8 })
type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const link = ({ path }: Entry) => `https://news.example/${path}`

const WRITERS: Record<string, (list: Entry[]) => string> = {
  rss: (list) =>
    generateRssFeed({
      title: 'News',
      description: 'News',
      items: list.map((one) => ({
        title: html(one.title),
        link: link(one),
        description: html(one.text),
        dc: { creators: [one.author] },
        pubDate: one.date,
      })),
    }),
  atom: (list) =>
    generateAtomFeed({
      id: URL_,
      title: { value: 'News' },
      updated: NOW,
      entries: list.map((one) => ({
        id: link(one),
        title: { value: one.title, type: 'text' },
        links: [{ href: link(one) }],
        summary: { value: one.text, type: 'text' },
        authors: [{ name: one.author }],
        published: one.date,
        updated: one.date,
      })),
    }),
  json: (list) =>
    JSON.stringify(
      generateJsonFeed({
        title: 'News',
        items: list.map((one) => ({
          id: link(one),
          url: link(one),
          title: one.title,
          content_text: one.text,
          authors: [{ name: one.author }],
          date_published: one.date,
        })),
      }),
    ),
}

test.each(Object.keys(WRITERS))(
  'what another program writes as %s is read as it was meant',
  (form) => {
    fc.assert(
      fc.property(entries, (list) => {
        const reading = readFeedText(WRITERS[form]?.(list) ?? '', URL_, NOW)
        if (reading.kind === 'broken') throw new Error(reading.reason)
        expect(reading.unreadable).toEqual([])
        expect(reading.items.map(({ updated, summary, ...item }) => item)).toEqual(
          list.map((one) => ({
            url: link(one),
            title: one.title,
            published: form === 'rss' ? wholeSeconds(one.date) : one.date.toISOString(),
            authors: [one.author],
            text: one.text,
          })),
        )
      }),
      { numRuns: 200, seed: 20260310 },
    )
  },
)

/** RFC 822 has no parts of seconds. */
function wholeSeconds(date: Date): string {
  return new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString()
}
