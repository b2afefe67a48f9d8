import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalUrl, isSameSite, pathWords } from '../src/url.ts'

test('tracking, fragment, credentials and default port go; what the server answers by stays', () => {
  expect(
    canonicalUrl('HTTPS://user:pw@News.Example:443/a/?id=7&utm_source=x&fbclid=y&page=2#comments'),
  ).toBe('https://news.example/a/?id=7&page=2')
})

test.each([
  ['http://news.example:80/a', 'http://news.example/a'],
  ['http://news.example:8080/a', 'http://news.example:8080/a'],
  ['https://news.example.', 'https://news.example/'],
  ['https://news.example/a?', 'https://news.example/a'],
  ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ['https://news.example/%c3%a4%7Eb', 'https://news.example/%C3%A4~b'],
  ['https://news.example/a%2Fb', 'https://news.example/a%2Fb'],
  ['https://news.example/100%/%41', 'https://news.example/100%/%41'],
  ['https://news.example/a?q=a%20b+c&UTM_Source=x', 'https://news.example/a?q=a%20b+c'],
  ['https://news.example/a?x=1&amp;utm_medium=rss', 'https://news.example/a?x=1'],
  ['https://news.example/a?b=2&a=1&b=3', 'https://news.example/a?b=2&a=1&b=3'],
  ['https://news.example//a//b/', 'https://news.example//a//b/'],
  ['https://news.example/a#!/story/7', 'https://news.example/a#!/story/7'],
  ['https://news.example/a#:~:text=b', 'https://news.example/a'],
])('%s is kept as %s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical)
})

test.each([
  'https://news.example/a?ref=home',
  'https://news.example/a?source=7',
  'https://m.news.example/a',
  'https://amp.news.example/a',
  'https://www.news.example/a',
  'https://news.example/a/',
  'https://news.example/amp/',
  'https://news.example/tag/amp',
  'https://news.example/a?amp=2',
  'https://news.example/a?utm=x',
])('%s may be a page of its own and stays', (address) => {
  expect(canonicalUrl(address)).toBe(address)
})

test.each([
  [
    'https://news.example/2026/glass-harbor-returns/amp/',
    'https://news.example/2026/glass-harbor-returns/',
  ],
  [
    'https://news.example/glass-harbor-returns/amp?x=1',
    'https://news.example/glass-harbor-returns?x=1',
  ],
  ['https://news.example/story/1234567/amp', 'https://news.example/story/1234567'],
  ['https://news.example/a/?amp', 'https://news.example/a/'],
  ['https://news.example/a/?amp=1&id=2', 'https://news.example/a/?id=2'],
  ['https://news.example/a/?outputType=amp', 'https://news.example/a/'],
  [
    'https://news-example.cdn.ampproject.org/c/s/news.example/glass-harbor-returns/amp/?usqp=mq',
    'https://news.example/glass-harbor-returns/',
  ],
  ['https://www.google.com/amp/s/news.example/a?x=1', 'https://news.example/a?x=1'],
  ['https://www.google.co.uk/amp/news.example/a', 'http://news.example/a'],
  [
    'https://www.google.com/url?rct=j&url=https://news.example/a%3Futm_source%3Dx&ct=ga',
    'https://news.example/a',
  ],
  ['https://www.google.com/url?q=not-an-address', 'https://www.google.com/url?q=not-an-address'],
])('the AMP form, cache or redirect %s stands for %s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical)
})

/** Pieces of addresses that rules look at, and signs that break them. */
const PIECES =
  `a % %3 %41 %2f %25 / // ? & = # #! ; + ä amp /amp /amp/ a-b-c 12345 utm_x utm%5Fx=1 amp; ..
  %2e \\ : @ . https:// https://www.google.com/url?q= https://www.google.com/amp/s/`.split(/\s+/)
const STARTS = `https://news.example/ http://a.cdn.ampproject.org/c/s/ https://www.google.com/url?url=`

test('an address that is canonical already stays as it is, whatever it is made of', () => {
  const start = fc.constantFrom(...STARTS.split(' '))
  const rest = fc.array(fc.constantFrom(...PIECES, ' '), { maxLength: 12 })
  const made = fc.tuple(start, rest).map(([first, pieces]) => first + pieces.join(''))
  const usual = fc.webUrl({ withQueryParameters: true, withFragments: true })
  fc.assert(
    fc.property(fc.oneof(made, usual), (address) => {
      const once = canonicalUrl(address)
      if (once !== null) expect(canonicalUrl(once)).toBe(once)
    }),
    { numRuns: 3000, seed: 20260302 },
  )
})

test('a relative link is taken from its base', () => {
  expect(canonicalUrl('../b', 'https://news.example/x/y/')).toBe('https://news.example/x/b')
})

test('what is no web address has no canonical form', () => {
  expect(canonicalUrl('mailto:a@b.example')).toBeNull()
  expect(canonicalUrl('javascript:alert(1)')).toBeNull()
  expect(canonicalUrl('not an address')).toBeNull()
  expect(canonicalUrl(`https://news.example/${'a'.repeat(9000)}`)).toBeNull()
})

test.each([
  ['https://www.news.example/a', 'https://amp.news.example/b'],
  ['https://m.news.co.uk/a', 'https://edition.news.co.uk/b'],
  ['http://news.example:8080/a', 'https://news.example/b'],
  ['http://192.0.2.1/a', 'http://192.0.2.1/b'],
  ['http://news.localhost/a', 'http://amp.news.localhost/b'],
])('%s and %s are of one site', (one, other) => {
  expect(isSameSite(one, other)).toBe(true)
  expect(isSameSite(other, one)).toBe(true)
})

test.each([
  ['https://news.example/a', 'https://oldnews.example/b'],
  ['https://one.co.uk/a', 'https://other.co.uk/b'],
  ['https://one.github.io/a', 'https://other.github.io/b'],
  ['https://one.github.io/a', 'https://github.io/b'],
  ['http://192.0.2.1/a', 'http://192.0.3.1/b'],
  ['http://one.localhost/a', 'http://other.localhost/b'],
  ['not an address', 'not an address'],
])('%s and %s are not', (one, other) => {
  expect(isSameSite(one, other)).toBe(false)
})

test('the words of a path can be read', () => {
  expect(pathWords('https://news.example/2026/glass-harbor-2_%C3%A4.html?p=7')).toBe(
    '2026 glass harbor 2 ä html p 7',
  )
  expect(pathWords('https://news.example/100%')).toBe('100')
})
