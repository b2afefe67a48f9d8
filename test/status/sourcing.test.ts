import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

/** Who said what to whom, as a text tells it. */
function talksIn(text: string): [speaker: string | null, givenTo: string | null][] {
  const { statements } = readArticle(emberfall, article('News of Emberfall 2', text))
  return statements.map(({ speaker, givenTo }) => [speaker, givenTo])
}

test('who tells one outlet something tells it the rest of the talk too', () => {
  const text = `“We want to make Emberfall 2,” Ines Calloway told Reel Post.

“And we are making progress on Emberfall 2,” Calloway said.`
  expect(talksIn(text)).toEqual([
    ['Ines Calloway', 'Reel Post'],
    ['Ines Calloway', 'Reel Post'],
  ])
})

test('of two talks in one article none is guessed', () => {
  const text = `“We want to make Emberfall 2,” Ines Calloway told Reel Post.

“I would love to do Emberfall 2,” Calloway told Variety.

“And we are making progress on Emberfall 2,” Calloway said.`
  expect(talksIn(text)).toEqual([
    ['Ines Calloway', 'Reel Post'],
    ['Ines Calloway', 'Variety'],
    ['Ines Calloway', null],
  ])
})

test('an outlet that one person spoke to is not that of the next one', () => {
  const text =
    'Tobias Renn told Reel Post that he would love to make Emberfall 2. Cleo Vance has said that she wants to return for Emberfall 2.'
  expect(talksIn(text)).toEqual([
    ['Tobias Renn', 'Reel Post'],
    ['Cleo Vance', null],
  ])
})
