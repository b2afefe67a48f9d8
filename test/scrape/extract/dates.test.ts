import { expect, test } from 'vitest'
import { parseMoment } from '../../../src/scrape/extract/moment.ts'
import { findMoment } from '../../../src/scrape/extract/text-dates.ts'
import { extract } from '../../../src/scrape/extract.ts'

const read = (head: string, body = '') =>
  extract({ url: 'https://islands.example/a', html: `<head>${head}</head><body>${body}` })

test('the forms in which machines write a date are read with their zone', () => {
  const forms: [string, string][] = [
    ['2024-04-27T15:56:35+0100', '2024-04-27T14:56:35.000Z'],
    ['2024-04-28 07:00:00Z', '2024-04-28T07:00:00.000Z'],
    ['2025-05-15T20:00:52.000+0900', '2025-05-15T11:00:52.000Z'],
    ['2024-04-22T13:19+02:00', '2024-04-22T11:19:00.000Z'],
    ['Mon, 09 Feb 2026 09:05:00 GMT', '2026-02-09T09:05:00.000Z'],
    ['1770627900', '2026-02-09T09:05:00.000Z'],
    ['1770627900000', '2026-02-09T09:05:00.000Z'],
  ]
  for (const [text, iso] of forms) expect(parseMoment(text)).toEqual({ iso, hasZone: true })
})

test('a date without its zone is taken in UTC and flagged', () => {
  const { published, isZoneAssumed } = read(
    '<meta property="article:published_time" content="2026-02-09 09:05:00">',
  )
  expect({ published, isZoneAssumed }).toEqual({
    published: '2026-02-09T09:05:00.000Z',
    isZoneAssumed: true,
  })
})

test('a statement that has the zone helps out one of the same clock that has not', () => {
  const ld =
    '<script type="application/ld+json">{"@type":"Article","datePublished":"2026-02-09 09:05:00.0"}</script>'
  const { published, isZoneAssumed } = read(
    `${ld}<meta name="date" content="2026-02-09T09:05:00+02:00">`,
  )
  expect({ published, isZoneAssumed }).toEqual({
    published: '2026-02-09T07:05:00.000Z',
    isZoneAssumed: false,
  })
})

test('a day that does not exist, a far year and plain words are no date', () => {
  for (const text of [
    '2026-02-30',
    '2026-13-01',
    '4026-01-01',
    '0000-00-00',
    'yesterday',
    '2026',
    '',
  ])
    expect(parseMoment(text)).toBeNull()
})

test('dates as people write them are read in many languages', () => {
  const forms: [string, string][] = [
    ['Veröffentlicht am 13. Mai 2026 um 15:44', '2026-05-13T15:44:00.000Z'],
    ['9 February 2026, 9:05 p.m.', '2026-02-09T21:05:00.000Z'],
    ['April 28, 2023', '2023-04-28T00:00:00.000Z'],
    ['Publicado el 3 de diciembre de 2025, 08.30', '2025-12-03T08:30:00.000Z'],
    ['17 марта 2026 11:40', '2026-03-17T11:40:00.000Z'],
    ['2025年1月14日 21時17分', '2025-01-14T21:17:00.000Z'],
    ['Stand: 22.04.2024, 06:00 Uhr', '2024-04-22T06:00:00.000Z'],
  ]
  for (const [text, iso] of forms) expect(findMoment(text)).toEqual({ iso, hasZone: false })
})

test('a date is never invented: neither from the text nor from when the page was changed', () => {
  const text =
    '<h1>The ferry is back</h1><p>On 9 February 2024 the ferry was taken out of service for a long time.</p>'
  const { published, modified } = read(
    '<meta property="og:updated_time" content="2026-02-09T10:00:00Z">',
    text,
  )
  expect({ published, modified }).toEqual({ published: null, modified: '2026-02-09T10:00:00.000Z' })
})

test('a live blog was published when it began, not when its last entry was', () => {
  const ld = {
    '@type': 'LiveBlogPosting',
    datePublished: '2026-03-01T17:00:00Z',
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        headline: 'x',
        author: 'Jo Lund',
        datePublished: '2026-03-01T20:00:00Z',
      },
    ],
  }
  const { published } = read(`<script type="application/ld+json">${JSON.stringify(ld)}</script>`)
  expect(published).toBe('2026-03-01T17:00:00.000Z')
})
