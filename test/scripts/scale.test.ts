import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { costOf, fullAt, hoursToMail, pressures, sizeOf, useOf } from '../../bench/scale/model.ts'
import { withTables } from '../../bench/scale/page.ts'
import { picture } from '../../bench/scale/picture.ts'

const NOTHING = { sources: 0, articles: 0, subscribers: 0, reads: 0 }

test('a million mails at two calls of a hundred a second take 1.39 hours', () => {
  expect(hoursToMail(1_000_000, 2)).toBeCloseTo(1.389, 3)
})

test('only what goes beyond the plan is paid for', () => {
  expect(costOf({ ...NOTHING, reads: 10_000_000 }).requests).toBe(0)
  expect(costOf({ ...NOTHING, reads: 20_000_000 }).requests).toBeCloseTo(3, 6)
  expect(costOf(NOTHING).plan).toBe(5)
})

test('storage is paid by the gigabyte beyond five', () => {
  const size = { ...NOTHING, articles: 1_000_000 }
  expect(useOf(size).storedGb).toBeCloseTo(8.672, 3)
  expect(costOf(size).storedGb).toBeCloseTo(3.672 * 0.75, 3)
})

test('a limit is full at the size that is told for it', () => {
  expect(fullAt('free', 'mails a day')).toBeCloseTo(100, 0)
  const { share } = pressures('paid', sizeOf(fullAt('paid', 'GB in the database')))[0] ?? {}
  expect(share).toBeCloseTo(1, 3)
})

/** A table is the same however wide its columns are drawn. */
const plain = (page: string) => page.replaceAll(/-{3,}/g, '---').replaceAll(/ +/g, ' ')

test('docs/scale.md and its picture are what the bench writes', () => {
  const page = readFileSync('docs/scale.md', 'utf8')
  expect(plain(withTables(page))).toBe(plain(page))
  expect(readFileSync('docs/scale.svg', 'utf8')).toBe(picture())
})
