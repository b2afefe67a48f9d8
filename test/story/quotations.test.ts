import { expect, test } from 'vitest'
import { quoteKey, sameness } from '../../src/story/quotations.ts'

function alike(one: string, other: string): number {
  return sameness(quoteKey(one), quoteKey(other))
}

test('contractions, brackets, tense and dropped words leave a quotation the same', () => {
  expect(alike('We’re working on it.', 'We are working on it')).toBe(1)
  expect(
    alike(
      'Yes, Tom and I always talked about how we would love to do another',
      '[Tom] and I always talk about how we’d love to do another',
    ),
  ).toBeGreaterThan(0.6)
  expect(
    alike(
      'I read that we were shooting in Iceland this summer, and that was news to me',
      'I read that we were shooting in Iceland [...] and that was news to me',
    ),
  ).toBeGreaterThan(0.6)
})

test('a short piece of a quotation is that quotation', () => {
  expect(
    alike(
      'I cut off my hair and I’m on the plane',
      'I hope so. If she rings, I cut off my hair and I’m on the plane',
    ),
  ).toBeGreaterThan(0.6)
})

test('another sentence with the same small words is another quotation', () => {
  expect(
    alike(
      'We are talking about it and we would love to',
      'We are not making it and they would hate to',
    ),
  ).toBe(0)
  expect(alike('It is parked', 'It is over')).toBe(0)
})
