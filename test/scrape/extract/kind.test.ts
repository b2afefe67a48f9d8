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

test('the pages of bot detection, consent, login and errors are known as such', () => {
  const pages: [string, string, string][] = [
    ['<script>window._cf_chl_opt={}</script>', 'blocked', 'a test whether we are human'],
    [
      '<p>Please enable JS and disable any ad blocker</p>',
      'blocked',
      'a test whether we are human',
    ],
    [
      '<p>Press &amp; Hold to confirm you are a human (and not a bot).</p>',
      'blocked',
      'a test whether we are human',
    ],
    [
      '<title>Access Denied</title><p>You don’t have permission to access this on this server.</p>',
      'blocked',
      'a test whether we are human',
    ],
    [
      '<title>Before you continue</title><p>We use cookies and data to deliver our services.</p>',
      'blocked',
      'a consent wall',
    ],
    [
      '<p>Avec nos partenaires, nous utilisons des cookies. Accepter et continuer. Continuer sans accepter. Politique de confidentialité.</p>',
      'blocked',
      'a consent wall',
    ],
    ['<title>Quay Post | Anmelden</title><p>Bitte E-Mail eingeben</p>', 'blocked', 'a login'],
    ['<title>Quay Post - Page not found</title><p>Sorry.</p>', 'empty', 'an error page'],
    ['<title>503 Service Unavailable</title>', 'empty', 'an error page'],
  ]
  for (const [html, kind, reason] of pages) expect(read(html)).toMatchObject({ kind, reason })
})

test('a short report whose title begins with a telling word is still an article', () => {
  const page = `<title>Error in the score delays the film</title><p>${'An error in the score delays the film by a week. '.repeat(4)}</p>`
  expect(read(page).kind).toBe('article')
})

test('a front page leads to articles, an address that only has a query may be one', () => {
  const html = `<title>The ferry</title><h1>The ferry</h1><p>${LONG}</p>`
  expect(read(html, 'https://islands.example/').kind).toBe('listing')
  expect(read(html, 'https://islands.example/?p=7').kind).toBe('article')
})

test('a canonical address that is only the front page is not the article’s', () => {
  const link = '<link rel="canonical" href="https://islands.example/">'
  expect(read(link, 'https://islands.example/a').canonicalUrl).toBeNull()
})

test.for([
  ['bytes without a meaning', '\u0000<<]]>{"\u001b[0;;&#x110000;</'.repeat(40)],
  ['data for a program', `<p>${'{"a":1,"b":[2,3],'.repeat(40)}</p>`],
] as const)('%s are no article, however long', ([, html]) => {
  expect(read(html)).toMatchObject({ kind: 'empty', paragraphs: [] })
})

test('a text of few letters beside its signs is an article all the same', () => {
  const text = 'Take 4 (2:15): “No!” “Yes!” 1,204 of 3,811 extras – cut; +7 … '.repeat(12)
  expect(read(`<h1>A day of the shoot</h1><p>${text}</p>`).kind).toBe('article')
})
