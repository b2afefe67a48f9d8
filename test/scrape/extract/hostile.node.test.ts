import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../../../src/scrape/extract/charset.ts'
import { extract } from '../../../src/scrape/extract.ts'
import { costOf } from '../cost.ts'

const SEED = 20260209
const MEGABYTE = 1_000_000
const SIZE = 5 * MEGABYTE
const MOST = 5 // times what an honest article of the same length takes; none takes twice as much

const filled = (piece: string, size = SIZE) => piece.repeat(Math.ceil(size / piece.length))
const script = (content: string) => `<script type="application/ld+json">${content}</script>`
const words = 'The ferry to the outer islands will run again from Monday, it was said. '

const HONEST = filled(`<p>${words.repeat(4)}</p>`)

const HOSTILE: Record<string, () => string> = {
  'one paragraph without an end': () => `<p>${filled(words)}`,
  'one word without an end': () => `<p>${filled('w')}`,
  'a hundred thousand nested elements': () =>
    `${'<div>'.repeat(100_000)}${words}${'</div>'.repeat(100_000)}${filled(' ', MEGABYTE)}`,
  'a million unclosed elements': () => filled('<div>'),
  'unclosed inline elements with text': () => filled('<div><span><b>text '),
  'unclosed paragraphs': () => filled('<p>a'),
  'end tags without a start': () => filled('</x>'),
  'crossed elements': () => filled('<div><b><i></div></b>'),
  'inline end tags deep in blocks': () => `${'<b>'.repeat(300)}${filled('<div></b>')}`,
  'a class of megabytes': () => `<div class="${filled('related ')}">text</div>`,
  'attributes by the million': () => `<div ${filled('a=1 ')}>text</div>`,
  'a different class on each element': () =>
    Array.from(
      { length: 100_000 },
      (_, at) => `<div class="c${at} r${at}">some words here</div>`,
    ).join(''),
  'null bytes': () => filled('\0<p>\0a\0'),
  'nothing but opening signs': () => filled('<'),
  'a start tag without an end': () => filled('<a '),
  'a quotation mark without an end': () => filled('<a href="'),
  'a comment without an end': () => filled('<!--'),
  entities: () => filled('&amp;&#x41;&nosuch;&'),
  'thousands of JSON-LD blocks': () =>
    filled(script('{"@type":"NewsArticle","author":[{"name":"A B"}]}')),
  'JSON-LD that only opens': () => script(filled('[')),
  'JSON-LD nested a hundred thousand times': () =>
    `${script(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)}${filled(' ', MEGABYTE)}`,
  'JSON-LD with references without an end': () =>
    script(
      JSON.stringify({
        '@type': 'Article',
        author: Array.from({ length: 100_000 }, (_, at) => ({ '@id': `#${at}` })),
      }),
    ),
  'a title of megabytes': () => `<title>${filled('a - b | ')}</title>`,
  'an author of megabytes': () => `<meta name="author" content="${filled('by von A B, ')}">`,
  'half a million headings': () => filled('<h2>xx</h2>'),
  'links only': () => filled('<a href=x>link</a> '),
  'line breaks': () => filled('text text<br><br>'),
  'articles in articles': () => filled('<article><h2><a href="x">heading</a></h2><p>text'),
  'articles with headings': () => filled(`<article><h1>title</h1><p>${words}</p></article>`),
  quotes: () => filled(`<blockquote>${words}</blockquote><p>${words}</p>`),
  'script strings without an end': () => `<script>${filled('"\\')}`,
  'broken surrogates': () => filled('\ud800<p>\udfff'),
  'marks that combine without an end': () => `<p>a${filled('\u0301', MEGABYTE)}`,
}

const read = (html: string) => () => extract({ url: 'https://hostile.example/a', html })
const HONEST_COST = costOf(read(HONEST))

for (const [name, page] of Object.entries(HOSTILE))
  test(`a page of ${name} is read in linear time`, () => {
    const html = page()
    const allowed = (MOST * HONEST_COST * Math.max(html.length, MEGABYTE)) / HONEST.length
    expect(costOf(read(html), allowed)).toBeLessThan(allowed)
  })

test('text in a hundred thousand nested elements is still found', () => {
  const html = `${'<div>'.repeat(100_000)}<p>${words.repeat(3)}</p>${'</div>'.repeat(100_000)}`
  expect(extract({ url: 'https://hostile.example/a', html }).paragraphs).toEqual([
    words.repeat(3).trim(),
  ])
})

const TAGS =
  'a article aside b blockquote br body div figure form h1 h2 head html img li link meta p script span style svg table td time title ul'.split(
    ' ',
  )
const tag = fc.constantFrom(...TAGS)
const attribute = fc.record({
  name: fc.constantFrom(
    'class',
    'id',
    'itemprop',
    'rel',
    'href',
    'content',
    'property',
    'name',
    'datetime',
    'role',
    'type',
    '__proto__',
    'constructor',
  ),
  value: fc.oneof(
    fc.string(),
    fc.constantFrom(
      'author',
      'application/ld+json',
      'og:title',
      'datePublished',
      'canonical',
      'comments',
      '2026-02-09',
    ),
  ),
})
const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    words,
    '<',
    '&',
    '<!--',
    '-->',
    ']]>',
    '\0',
    '\u202e',
    '{"@type":"NewsArticle","author":{"@id":"#a"}}',
  ),
  fc
    .tuple(tag, fc.array(attribute, { maxLength: 3 }))
    .map(
      ([name, attributes]) =>
        `<${name} ${attributes.map(({ name, value }) => `${name}="${value}"`).join(' ')}>`,
    ),
  tag.map((name) => `</${name}>`),
)
const html = fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join(''))

test('whatever stands in a page, it is read, and what comes out keeps its promises', () => {
  fc.assert(
    fc.property(html, fc.oneof(fc.webUrl(), fc.string()), (page, url) => {
      const read = extract({ url, html: page })
      expect(read.kind === 'article').toBe(read.reason === null)
      if (read.kind !== 'article') expect(read.paragraphs).toEqual([])
      for (const text of [...read.paragraphs, ...read.authors]) {
        expect(text).toBe(text.trim().normalize('NFC'))
        expect(text).not.toBe('')
        expect(text).not.toMatch(/[\n\t\u00ad\u200b\ufeff]/)
      }
      for (const date of [read.published, read.modified])
        if (date !== null) expect(new Date(date).toISOString()).toBe(date)
      expect(extract({ url, html: page })).toEqual(read)
    }),
    { seed: SEED, numRuns: 1000 },
  )
})

test('whatever a JSON-LD block holds, it is read', () => {
  const typed = fc.record(
    {
      '@type': fc.constantFrom('NewsArticle', 'Person', 'WebPage'),
      headline: fc.jsonValue(),
      author: fc.jsonValue(),
      datePublished: fc.jsonValue(),
      articleBody: fc.jsonValue(),
      '@id': fc.jsonValue(),
      publisher: fc.jsonValue(),
      mainEntityOfPage: fc.jsonValue(),
    },
    { requiredKeys: ['@type'] },
  )
  fc.assert(
    fc.property(fc.oneof(typed, fc.jsonValue()), fc.nat(), (value, cut) => {
      const json = JSON.stringify(value)
      for (const block of [json, json.slice(0, cut % (json.length + 1))])
        expect(extract({ url: 'https://a.example/b', html: script(block) }).kind).toBe('empty')
    }),
    { seed: SEED, numRuns: 1000 },
  )
})

test('whatever bytes come with whatever content type, they become text', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.option(fc.string()), (body, contentType) => {
      expect(typeof decode(body, contentType)).toBe('string')
    }),
    { seed: SEED },
  )
})
