import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import type { Statement } from '../../src/status/statements.ts'
import { article, emberfall } from './emberfall.ts'

function statementsOf(text: string): Statement[] {
  return readArticle(emberfall, article('Emberfall 2: what has been said', text)).statements
}

test('a month long past beside the verb makes a paraphrase old, whatever the outlet is called', () => {
  const [told] = statementsOf(
    'Tobias Renn told Total Film in May 2021 that he would love to make Emberfall 2.',
  )
  expect(told).toMatchObject({ saidOn: '2021-05', recalled: true })
})

test('a text that only looks back sums up nothing new', () => {
  const told = statementsOf(
    'Tobias Renn told Reel Post in May 2021 that he would love to make Emberfall 2. Ines Calloway told Film Daily in March 2020 that she hopes to make Emberfall 2. Cleo Vance has long said that she would love to return for Emberfall 2. Nobody has greenlit Emberfall 2.',
  )
  expect(told.length).toBeGreaterThanOrEqual(4)
  expect(told.every(({ recalled }) => recalled)).toBe(true)
})

test('what is said now stays new beside what was said in former years', () => {
  const told = statementsOf(
    '“I would love to make Emberfall 2,” Cleo Vance told us on Thursday. Tobias Renn told Reel Post in May 2021 that he would love to make Emberfall 2. Ines Calloway told Film Daily in March 2020 that she hopes to make Emberfall 2.',
  )
  expect(told.map(({ speaker, recalled }) => [speaker, recalled])).toEqual([
    ['Cleo Vance', false],
    ['Tobias Renn', true],
    ['Ines Calloway', true],
  ])
})

test('words that name our film are about it, though another was named before', () => {
  const told = statementsOf(
    'Cleo Vance was there for her series “Glass Harbor” when somebody asked. “I would ride through Emberfall again till I drop,” she said.',
  )
  expect(told.map(({ speaker, quote }) => [speaker, quote])).toEqual([
    ['Cleo Vance', 'I would ride through Emberfall again till I drop'],
  ])
})
