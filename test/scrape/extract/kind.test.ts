import { expect, test } from 'vitest'
import { extract } from '../../../src/scrape/extract.ts'

const LONG =
  'The captcha on the ferry’s ticket machine asks whether you are a robot, passengers complain. '.repeat(
    6,
  )

const read = (html: string, url = 'https://islands.example/a') => extract({ url, html })

test('a page that is no article says why and has no paragraphs', () => {
  const { kind, reason, paragraphs } = read(
    '<title>Just a moment...</title><p>Checking your browser before you go on.</p>',
  )
  expect({ kind, reason, paragraphs }).toEqual({
    kind: 'blocked',
    reason: 'a test whether we are human',
    paragraphs: [],
  })
})

test('an article about captchas is an article', () => {
  expect(
    read(
      `<title>Robots</title><meta property="article:published_time" content="2026-01-01T00:00:00Z"><p>${LONG}</p>`,
    ).kind,
  ).toBe('article')
})

test('a page without text is empty', () => {
  expect(read('').kind).toBe('empty')
  expect(read('<div id="root"></div><script src="app.js"></script>').kind).toBe('empty')
})

test('an address that cannot be parsed is no reason to fail', () => {
  const page = read(
    `<link rel="canonical" href="https://islands.example/a"><p>${LONG}</p>`,
    'not an address',
  )
  expect(page.canonicalUrl).toBeNull()
})

test('a canonical address on another site is not taken', () => {
  expect(
    read('<link rel="canonical" href="https://elsewhere.example/a">', 'https://islands.co.uk/a')
      .canonicalUrl,
  ).toBeNull()
  expect(
    read('<link rel="canonical" href="/b">', 'https://m.islands.example/a?x=1').canonicalUrl,
  ).toBe('https://m.islands.example/b')
})
