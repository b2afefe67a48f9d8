import { expect, test } from 'vitest'
import { itemMoment } from '../../../src/scrape/items/moments.ts'
import { itemsIn, NOW, rss } from './read.ts'

const publishedIn = async (date: string) => {
  const [item] = await itemsIn(rss(`<item><link>/a</link><pubDate>${date}</pubDate></item>`))
  return item?.published
}

test.each([
  ['', null],
  ['yesterday', null],
  ['Mon, 02 Mar 2026 10:00:00 +0100', '2026-03-02T09:00:00.000Z'],
  ['Monday, March 2nd, 2026 at 10:00 pm EST', '2026-03-03T03:00:00.000Z'],
  ['2 March 2026', '2026-03-02T00:00:00.000Z'],
  ['2. März 2026, 10:00 Uhr', '2026-03-02T10:00:00.000Z'],
  ['2026-03-02 10:00:00', '2026-03-02T10:00:00.000Z'], // no zone
  ['2026-03-11T09:00:00', '2026-03-11T09:00:00.000Z'], // no zone: a few hours in the future
  ['2026-03-12T00:00:00Z', null], // more than a day ahead
  ['2062-03-02T10:00:00Z', null],
  ['20260-03-02T10:00:00Z', null],
  ['12026-03-02', null],
  ['Mon, 02 Mar 22026 10:00:00 GMT', null],
  ['0001-01-01T00:00:00Z', null],
  ['1970-01-01T00:00:00Z', null],
  ['2026-02-30', null],
])('of the date “%s”, %s is believed', async (date, published) => {
  expect(await publishedIn(date)).toBe(published)
})

test('where the first date cannot be believed, the next one is', async () => {
  const dates = '<pubDate>2062-01-01</pubDate><dc:date>2026-03-01</dc:date>'
  const [item] = await itemsIn(rss(`<item><link>/a</link>${dates}</item>`))
  expect(item?.published).toBe('2026-03-01T00:00:00.000Z')
})

test.each([
  'Mon, 02 Mar 2026 10:00:00 GMT',
  'Mon, 2 Mar 2026 10:00 UT',
  'Mon, 02 Mar 26 10:00:00 +0000',
  'Monday, 02-Mar-26 10:00:00 GMT',
  'Thurs, 02 MAR 2026 05:00:00 EST', // a wrong day of the week
  'Mon, 02 Mar 2026 02:00:00 PST (Pacific)',
  'Mon, 02 Mar 2026 11:00:00 CET',
  'Mon, 02 Mar 2026 10:00:00 GMT+0000',
  'Mon, 02 Mar 2026 11:00:00 GMT+01:00',
  'Mon Mar  2 10:00:00 2026',
  'Mon Mar 2 05:00:00 EST 2026',
  '2026-03-02T10:00:00Z',
  '2026-03-02T10:00Z',
  '2026-03-02T15:30:00+05:30',
  '2026-03-02T11:00:00+01',
  '2026-03-02T05:00:00-0500',
  '2026-03-02 05:00:00 EST',
  '20260302T100000Z',
  '2026/03/02 10:00:00',
  'March 2, 2026 10:00 AM',
  'Mar 2, 2026, 10:00 a.m. UTC',
  '2 March 2026 10:00',
  '2nd of March 2026 10:00',
  '02.03.2026 10:00',
  '3/2/2026 10:00:00 AM',
  '1772445600',
  '1772445600000',
  ' \n Mon,  02 Mar 2026\n10:00:00 GMT ',
])('“%s” is the morning of 2 March 2026', (date) => {
  expect(itemMoment(date, NOW)).toBe('2026-03-02T10:00:00.000Z')
})

test.each([
  '3/2/2026',
  '12/11/2025',
  '2026',
  '2026-03',
  'March 2026',
  '99 Mar 2026',
  '2026-13-01',
  '10:00',
])('what day “%s” is, is not invented', (date) => {
  expect(itemMoment(date, NOW)).toBeNull()
})

test('parts of a second are kept', () => {
  expect(itemMoment('2026-03-02T10:00:00.5Z', NOW)).toBe('2026-03-02T10:00:00.500Z')
  expect(itemMoment('2026-03-02T10:00:00.123456789+01:00', NOW)).toBe('2026-03-02T09:00:00.123Z')
})

test('midnight is twelve at night, and noon is twelve at day', () => {
  expect(itemMoment('Mar 2, 2026 12:00 AM', NOW)).toBe('2026-03-02T00:00:00.000Z')
  expect(itemMoment('Mar 2, 2026 12:00 PM', NOW)).toBe('2026-03-02T12:00:00.000Z')
  expect(itemMoment('2026-03-01T24:00:00Z', NOW)).toBe('2026-03-02T00:00:00.000Z')
})
