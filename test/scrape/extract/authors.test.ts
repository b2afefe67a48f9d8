import { expect, test } from 'vitest'
import { extract } from '../../../src/scrape/extract.ts'

const authors = (head: string, body = '') =>
  extract({ url: 'https://www.quaypost.example/a', html: `<head>${head}</head><body>${body}` })
    .authors

const ld = (author: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author })}</script>`

test('every shape of an author in JSON-LD gives the same people', () => {
  const shapes = [
    'By Ada Brandt and Noel Okafor',
    ['Ada Brandt', 'Noel Okafor'],
    { '@type': 'Person', name: 'Ada Brandt, Noel Okafor' },
    [{ '@type': 'Person', name: 'Ada Brandt' }, { name: ['Noel Okafor'] }],
    [
      { '@type': 'Person', name: { '@value': 'Dr. Ada Brandt' } },
      'Noel Okafor, Senior Film Critic',
    ],
  ]
  for (const shape of shapes) expect(authors(ld(shape))).toEqual(['Ada Brandt', 'Noel Okafor'])
})

test('handles, addresses, roles and the site itself are nobody', () => {
  const metas = [
    '@quaypost',
    'https://facebook.com/quay',
    'Staff Writer',
    'admin',
    'news@quaypost.example',
  ]
  expect(authors(metas.map((name) => `<meta name="author" content="${name}">`).join(''))).toEqual(
    [],
  )
})

test('where the publisher states an agency, the byline on the page is asked for people', () => {
  const byline =
    '<h1>The ferry is back</h1><div class="byline"><a>Ada Brandt</a><a>Noel Okafor</a></div>'
  expect(authors(ld({ '@type': 'Organization', name: 'Reuters' }), byline)).toEqual([
    'Ada Brandt',
    'Noel Okafor',
  ])
})

test('an agency beside a person is left out, and alone stands for itself', () => {
  expect(authors(ld(['Ada Brandt', 'dpa']))).toEqual(['Ada Brandt'])
  expect(authors(ld({ '@type': 'Organization', name: 'dpa' }))).toEqual(['dpa'])
})

test('a byline is known by its words in many languages', () => {
  for (const lead of ['By', 'Von', 'Par', 'Por', 'Door', 'Autor:', 'Автор:', 'Interview by'])
    expect(authors('', `<h1>The ferry is back</h1><p>${lead} Ada Brandt</p>`)).toEqual([
      'Ada Brandt',
    ])
})

test('particles do not part a name', () => {
  expect(authors(ld('Michelle de Oliveira'))).toEqual(['Michelle de Oliveira'])
})
