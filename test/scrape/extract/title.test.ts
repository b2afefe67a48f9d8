import { expect, test } from 'vitest'
import { extract } from '../../../src/scrape/extract.ts'

const title = (head: string, body = '') =>
  extract({ url: 'https://www.quaypost.example/a', html: `<head>${head}</head><body>${body}` })
    .title

const ld = (headline: string) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline })}</script>`

test('the site that is glued to a title is cut off, whichever sign glues it', () => {
  const h1 = '<h1>Ferry runs again on Monday</h1>'
  for (const glued of [
    ' | Quay Post',
    ' - Quay Post',
    ' – Quay Post',
    ' » Quay Post',
    ' · News · Quay',
  ])
    expect(title(`<title>Ferry runs again on Monday${glued}</title>`, h1)).toBe(
      'Ferry runs again on Monday',
    )
})

test('without another form of the title, the name of the site or its host is known', () => {
  expect(title('<title>Ferry runs again on Monday - Quay Post</title>')).toBe(
    'Ferry runs again on Monday',
  )
})

test('a dash that belongs to the title stays', () => {
  expect(title('<title>Ferry runs again - but only on Monday</title>')).toBe(
    'Ferry runs again - but only on Monday',
  )
})

test('of two titles, the one that is not made for search engines is the editors', () => {
  const social = '<meta property="og:title" content="Back on the water">'
  expect(
    title(
      `<title>Ferry Monday timetable news</title>${social}${ld('Ferry Monday timetable news')}`,
    ),
  ).toBe('Back on the water')
  expect(title(`<title>Back on the water</title>${social}${ld('The ferry is back at last')}`)).toBe(
    'The ferry is back at last',
  )
})

test('entities and markup in a stated title are read, also when they were escaped twice', () => {
  expect(title(ld('The ferry&amp;#39;s <i>new</i> bridge &quot;holds&quot;'))).toBe(
    'The ferry\'s new bridge "holds"',
  )
})

test('a page without any title has none', () => {
  expect(title('')).toBeNull()
})

test('a form that is only the name of the site is no title', () => {
  const social = '<meta property="og:title" content="Quay Post">'
  expect(title(`${social}<title>Quay Post</title>`, '<h1>Ferry runs again on Monday</h1>')).toBe(
    'Ferry runs again on Monday',
  )
})
