import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

function speakersOf(text: string): (string | null)[] {
  const { statements } = readArticle(emberfall, article('Emberfall 2 Update', text))
  return [...new Set(statements.map(({ speaker }) => speaker))].toSorted()
}

const BOTH = ['Ines Calloway', 'Tobias Renn']

test.each([
  'Ines Calloway and Tobias Renn said on Tuesday that they would love to make Emberfall 2.',
  'Emberfall 2 “would be a joy to make,” said Ines Calloway and Tobias Renn.',
  '„Wir würden Emberfall 2 gern machen“, sagten Ines Calloway und Tobias Renn.',
  'Ines Calloway y Tobias Renn han dicho que les encantaría hacer Emberfall 2.',
])('what two say together is a word of each: %s', (text) => {
  expect(speakersOf(text)).toEqual(BOTH)
})

test('whom a speaker names beside herself does not speak', () => {
  expect(
    speakersOf(
      'Ines Calloway was in Lisbon. She and Oduya have always wanted a sequel to “Emberfall”, she said, and hope that it will happen.',
    ),
  ).toEqual(['Ines Calloway'])
})

test.each([
  'Ines Calloway and Tobias Renn met in Lisbon, where she said that she would love to make Emberfall 2.',
  'Tobias Renn was there. Ines Calloway said that she would love to make Emberfall 2.',
])('whoever is only named beside a speaker says nothing: %s', (text) => {
  expect(speakersOf(text)).toEqual(['Ines Calloway'])
})
