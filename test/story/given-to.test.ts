import { expect, test } from 'vitest'
import { givenIn } from '../../src/story/given-to.ts'
import { lensOf } from '../../src/story/lens.ts'
import { emberfall } from '../status/emberfall.ts'

function given(sentence: string): string | null {
  return givenIn(lensOf(emberfall), sentence, 'Film Daily')?.outlet ?? null
}

test('who was spoken to is told in many ways', () => {
  expect(given('Renn told Reel Post that they talk.')).toBe('Reel Post')
  expect(given('Speaking to the Reel Post on Friday, Renn shrugged.')).toBe('Reel Post')
  expect(given('In an interview with the British magazine Lantern, Renn shrugged.')).toBe('Lantern')
  expect(given('Reel Post spoke to director Ines Calloway.')).toBe('Reel Post')
  expect(given('In an appearance on The Long Take podcast, Vance shrugged.')).toBe('The Long Take')
  expect(given('(via Reel Post)')).toBe('Reel Post')
  expect(given('In a chat with RP, Renn shrugged.')).toBe('Reel Post')
})

test('"told us" is the reporter\'s own outlet', () => {
  expect(given('Renn tells us that they talk.')).toBe('Film Daily')
})

test('people, studios and the film are no outlets', () => {
  expect(given('Renn told Calloway that they talk.')).toBeNull()
  expect(given('Renn told Northlight that they talk.')).toBeNull()
})
