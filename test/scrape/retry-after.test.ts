import { expect, test } from 'vitest'
import { retryAfter } from '../../src/scrape/retry-after.ts'

const NOW = new Date('2026-03-02T10:00:00Z')

test('seconds are taken as they are', () => {
  expect(retryAfter('120', NOW)).toBe(120)
})

test('a date is so many seconds away, and one that has passed is now', () => {
  expect(retryAfter('Mon, 02 Mar 2026 10:05:00 GMT', NOW)).toBe(300)
  expect(retryAfter('Mon, 02 Mar 2026 09:00:00 GMT', NOW)).toBe(0)
})

test('a wish of years is taken for thirty days', () => {
  expect(retryAfter('999999999', NOW)).toBe(30 * 24 * 3600)
})

test('what cannot be read is no wish', () => {
  expect(retryAfter(null, NOW)).toBeNull()
  expect(retryAfter('soon', NOW)).toBeNull()
})
