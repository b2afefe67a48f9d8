import { expect, test } from 'vitest'
import { dayIn } from '../../src/story/dates.ts'

const FRIDAY = '2022-06-10T12:00:00.000Z'

test('a day, month or year named in a sentence is read as far as it is told', () => {
  expect(dayIn('renn said on march 4', FRIDAY)).toBe('2022-03-04')
  expect(dayIn('renn said in march 2021', FRIDAY)).toBe('2021-03')
  expect(dayIn('dijo el 4 de marzo de 2021', FRIDAY)).toBe('2021-03-04')
  expect(dayIn('renn said back in 2019', FRIDAY)).toBe('2019')
  expect(dayIn('renn said', FRIDAY)).toBeNull()
})

test('a bare weekday or month is the last one before publication', () => {
  expect(dayIn('renn said on wednesday', FRIDAY)).toBe('2022-06-08')
  expect(dayIn('renn said last november', FRIDAY)).toBe('2021-11')
  expect(dayIn('renn said on december 12', FRIDAY)).toBe('2021-12-12')
})

test.each([
  'she told the lantern in the issue that goes on sale this thursday',
  'in an episode out on tuesday, renn said',
  'the podcast, due this wednesday, has renn say',
  'renn spoke for the special that will air on monday',
  'in der ausgabe, die am donnerstag erscheint, sagt renn',
  'renn said next friday',
])('a day that is still to come is no day on which something was said: %s', (sentence) => {
  expect(dayIn(sentence, FRIDAY)).toBeNull()
})

test('a distance in time is counted from publication, and from nothing without it', () => {
  expect(dayIn('renn said last week', FRIDAY)).toBe('2022-06-03')
  expect(dayIn('renn said two years ago', FRIDAY)).toBe('2020')
  expect(dayIn('renn said last week', null)).toBeNull()
})

test('a distance in time is read in every language that we read', () => {
  expect(dayIn('hace un ano renn dijo', FRIDAY)).toBe('2021')
  expect(dayIn('vor zwei jahren sagte renn', FRIDAY)).toBe('2020')
  expect(dayIn('il y a trois ans, renn disait', FRIDAY)).toBe('2019')
  expect(dayIn('renn diceva due mesi fa', FRIDAY)).toBe('2022-04')
  expect(dayIn('renn disse ha duas semanas', FRIDAY)).toBe('2022-05-27')
})
