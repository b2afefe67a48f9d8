import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const COMMAND = fileURLToPath(new URL('../../scripts/items.ts', import.meta.url))
const URL_ = 'https://news.example/feed/'
const ITEM =
  '<item><title>A &amp;amp; B</title><link>/a?utm_source=x</link><pubDate>2026-03-12</pubDate></item>'

const teaser = (path: string) => `<article><h2><a href="/${path}">T</a></h2></article>`

function run(lines: object[], args: string[] = []) {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    input,
    encoding: 'utf8',
  })
  const answers =
    stdout.trim() === ''
      ? []
      : stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
  return { status, answers, stderr, stdout }
}

test('each body is answered with its kind and items, in order', () => {
  const { status, answers } = run([
    { id: 'rss', url: URL_, body: `<rss><channel>${ITEM}</channel></rss>` },
    {
      id: 'atom',
      url: URL_,
      body: '<feed xmlns="http://www.w3.org/2005/Atom"/>',
      contentType: 'x/y',
    },
    { id: 'rdf', url: URL_, body: `<rdf:RDF xmlns="http://purl.org/rss/1.0/">${ITEM}</rdf:RDF>` },
    { id: 'json', url: URL_, body: '{"version":"https://jsonfeed.org/version/1","items":[]}' },
    { id: 'map', url: URL_, body: '<urlset><url><loc>https://news.example/a</loc></url></urlset>' },
    { id: 'index', url: URL_, body: '<sitemapindex/>' },
    { id: 'list', url: URL_, body: `<html>${teaser('a')}${teaser('b')}${teaser('c')}` },
    {
      id: 'page',
      url: URL_,
      body: '<html><title>Down</title><article><a href="/x">x</a></article>',
    },
    { id: 'none', url: URL_, body: '', contentType: null },
  ])
  expect(status).toBe(0)
  expect(answers.map(({ id, kind }) => [id, kind])).toEqual([
    ['rss', 'rss'],
    ['atom', 'atom'],
    ['rdf', 'rdf'],
    ['json', 'json'],
    ['map', 'sitemap'],
    ['index', 'sitemap index'],
    ['list', 'listing'],
    ['page', 'broken'],
    ['none', 'broken'],
  ])
  expect(answers[0].items).toEqual([
    {
      url: 'https://news.example/a',
      title: 'A & B',
      published: '2026-03-12T00:00:00.000Z',
      updated: null,
      authors: [],
      summary: '',
      text: '',
    },
  ])
  expect(answers[7]).toEqual({ id: 'page', kind: 'broken', items: [], error: 'a page: “Down”' })
})

test('dates are judged by the moment that is given', () => {
  const line = { id: 'a', url: URL_, body: `<rss><channel>${ITEM}</channel></rss>` }
  const { answers } = run([line], ['--now', '2026-03-01T00:00:00Z'])
  expect(answers[0].items[0].published).toBeNull()
  expect(run([line], ['--now', 'noon'])).toMatchObject({ status: 2, answers: [] })
})

test('items that cannot be read and lines that are none are told, and the rest goes on', () => {
  const { answers } = run([
    { id: 'x', url: 'nowhere', body: '' },
    { id: 'y', url: URL_ },
    { id: 'z', url: URL_, body: `<rss><item><title>A</title></item>${ITEM}</rss>` },
  ])
  expect(answers).toMatchObject([
    { id: 'x', error: expect.stringMatching(/^url: /) },
    { id: 'y', error: expect.stringMatching(/^body: /) },
    { id: 'z', kind: 'rss', items: [{ title: 'A & B' }], unreadable: ['no link: A'] },
  ])
})
