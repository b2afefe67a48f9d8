import { expect, test } from 'vitest'
import { givenIn } from '../../src/story/given-to.ts'
import { lensOf } from '../../src/story/lens.ts'
import { plainOf } from '../../src/story/tokens.ts'
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

test('a known outlet is one piece, whatever stands before or after it', () => {
  const lens = lensOf({
    ...emberfall,
    outlets: [...emberfall.outlets, { name: 'Cuts per Page', domain: 'cutsperpage.example' }],
  })
  const first = (sentence: string) => givenIn(lens, plainOf(sentence), 'Film Daily')?.outlet ?? null
  expect(first('I have read the Cuts per Page interview four times.')).toBe('Cuts per Page')
  expect(first('Dem US-Fachblatt Reel Post sagte er, der Film ruhe.')).toBe('Reel Post')
})

test('"told us" is the reporter\'s own outlet', () => {
  expect(given('Renn tells us that they talk.')).toBe('Film Daily')
})

test('people, studios and the film are no outlets', () => {
  expect(given('Renn told Calloway that they talk.')).toBeNull()
  expect(given('Renn told Northlight that they talk.')).toBeNull()
})

test.each([
  'The executive was cornered by our friends at Reel Post.',
  'Word reaches us by way of Reel Post.',
  'Das meldet das Branchenblatt Reel Post.',
  '„Wir reden“, sagte Renn dem Branchenmagazin Reel Post.',
  'Renn erzählte es im Podcast von Reel Post.',
  '«Hablamos», declaró Tobias Renn, productor de la cinta, a la revista Reel Post.',
  'Lo adelanta Reel Post.',
  '« Nous en parlons », a promis le producteur Tobias Renn au site Reel Post.',
  'come racconta lei stessa al mensile britannico Reel Post',
  '“Falamos”, garantiu Renn ao Reel Post.',
])('a known outlet is heard in: %s', (sentence) => {
  expect(given(plainOf(sentence))).toBe('Reel Post')
})

test('a noun for an outlet is no name of one', () => {
  expect(given('„Wir reden“, sagte Renn dem Branchendienst.')).toBeNull()
})
