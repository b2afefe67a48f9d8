import { expect, test } from 'vitest'
import { plainDate } from '../src/day.ts'

test.each([
  ['2024-03-04', 'UTC', '4 March 2024'],
  ['2024-03', 'UTC', 'March 2024'],
  ['2024', 'UTC', '2024'],
  ['2024', 'Asia/Tokyo', '2024'],
  ['2024-12-31T23:30:00.000Z', 'UTC', '31 December 2024'],
  ['2024-12-31T23:30:00Z', 'Asia/Tokyo', '1 January 2025'],
  ['2024-12-31', 'Asia/Tokyo', '31 December 2024'],
  ['2024-05', 'America/New_York', 'May 2024'],
])('%s in %s is written %s', (iso, zone, written) => {
  expect(plainDate(iso, zone)).toBe(written)
})
