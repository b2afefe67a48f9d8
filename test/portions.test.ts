import { expect, test } from 'vitest'
import { portions } from '../src/portions.ts'

test('a list is parted in its order, by size and by number', () => {
  expect(portions(['aaa', 'bbb', 'ccc'], 12)).toEqual([['aaa', 'bbb'], ['ccc']])
  expect(portions([1, 2, 3, 4, 5], 100, 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(portions([], 100)).toEqual([])
})

test('what is longer than a part by itself stands alone, and bytes count, not letters', () => {
  expect(portions(['a', 'ä'.repeat(20), 'b'], 10)).toEqual([['a'], ['ä'.repeat(20)], ['b']])
  expect(portions(['ä', 'ä'], 9)).toEqual([['ä'], ['ä']])
})
