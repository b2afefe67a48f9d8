import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAny } from '../../../src/scrape/items/any.ts'
import { costOf } from '../cost.ts'

const NOW = new Date('2026-03-10T12:00:00Z')
const SIZE = 2_000_000 // characters
const MOST = 12 // times what an honest feed of the same length takes; none takes four times as much
const SEED = 20260310

const filled = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length))
const feed = (inside: string) => `<rss><channel>${inside}`
const item = (inside: string) => feed(`<item><link>/a</link>${inside}</item>`)

const HONEST = feed(filled('<item><title>a</title><link>/a</link></item>'))

const HOSTILE: Record<string, () => string> = {
  'items that are never closed': () => feed(filled('<item>')),
  'CDATA that is never closed': () => item(filled('<![CDATA[')),
  'CDATA that is closed once': () => `${item(filled('<![CDATA['))}]]>`,
  'CDATA around the ends of items': () => feed(`${filled('<item><![CDATA[ </item>')}]]>`),
  'comments that are never closed': () => feed(filled('<!--')),
  'elements in one another': () => item(filled('<a>')),
  'titles in one another': () => item(filled('<title>')),
  'ends without a start': () => item(filled('</title>')),
  'quotation marks that stay open': () => item(filled('<a b="')),
  'quotation marks that stay open in tags': () => feed(`<item>${filled('<a b="c>')}</item>`),
  attributes: () => feed(`<item ${filled('a=1 ')}>`),
  'links by the hundred thousand': () => item(filled('<link>https://news.example/a</link>')),
  'an author of megabytes': () => item(`<author>${filled('a@')}</author>`),
  'a title of entities': () => item(`<title>${filled('&amp;amp;#1')}</title>`),
  'a title of signs of less': () => item(`<title>${filled('&lt;')}</title>`),
  'elements in a description': () => item(`<description>${filled('&lt;div>')}</description>`),
  'scripts in a description': () => item(`<description>${filled('&lt;script>')}</description>`),
  'a date of megabytes': () => item(`<pubDate>${filled('1 ')}</pubDate>`),
  'an entity bomb': () =>
    `<!DOCTYPE r [${filled('<!ENTITY a "&a;&a;">')}]>${item('<title>&a;</title>')}`,
  namespaces: () => `<rss ${filled('xmlns:a="b" ')}>`,
  'only spaces': () => filled(' '),
  'JSON that only opens': () => `{"items":${filled('[')}`,
  'a sitemap that only opens': () => `<urlset>${filled('<url><loc>')}`,
  'a sitemap of 50,000': () => `<urlset>${filled('<url><loc>https://news.example/b</loc></url>')}`,
  'an address of spaces': () => `<urlset><url><loc>${filled(' ')}<`,
  'a page of teasers that only open': () => `<html>${filled('<article><h2><a href=x>y')}`,
  'a page of elements that only open': () => `<html>${filled('<div>')}`,
}

const read = (body: string) => () => readAny(body, 'https://news.example/', NOW)
const HONEST_COST = costOf(read(HONEST))

test.each(Object.keys(HOSTILE))('%s cost linear time', (name) => {
  const body = HOSTILE[name]?.() ?? ''
  expect(body.length).toBeGreaterThanOrEqual(SIZE)
  const allowed = (MOST * HONEST_COST * body.length) / HONEST.length
  expect(costOf(read(body), allowed)).toBeLessThan(allowed)
})

const PIECES =
  `<rss> <channel> <item> </item> <title> </title> <link> </link> <entry> </entry> <feed>
  <![CDATA[ ]]> <!-- --> &lt; &amp; &#0; &x; " ' < > / = <a/> <p> </p> <guid> https://news.example/a
  <pubDate> 2026-03-02 <author> <name> xml:base="/x" href="/y" <link \\ % { } [ ] ? ! : @`.split(
    /\s+/,
  )

test('whatever a document is made of, it is read or broken, and its items are whole', () => {
  const document = fc.array(fc.constantFrom(...PIECES, ' ', 'text', '\u0000'), { maxLength: 60 })
  fc.assert(
    fc.property(document, (pieces) => {
      const reading = readAny(`<rss>${pieces.join('')}`, 'https://news.example/feed', NOW)
      if (reading.kind === 'broken') return
      for (const { url, title, published } of reading.items) {
        expect(URL.parse(url)?.protocol).toMatch(/^https?:$/)
        expect(title).toBe(title.trim())
        if (published) expect(new Date(published).toISOString()).toBe(published)
      }
    }),
    { numRuns: 3000, seed: SEED },
  )
})
