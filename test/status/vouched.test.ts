import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

function stageOf(title: string, text: string): string | null {
  return readArticle(emberfall, article(title, text)).stage
}

const RIDDLE = '“There’s a lot of soup on my desk and I like soup,” Renn told Reel Post.'

test('a maker’s riddle vouches for the work that the headline tells of', () => {
  expect(stageOf('Emberfall 2 in Development at Northlight', RIDDLE)).toBe('development')
})

test('a maker’s riddle vouches for no approval that only a headline tells of', () => {
  expect(stageOf('Emberfall 2 Is Officially Greenlit', RIDDLE)).not.toBe('greenlit')
})

test('a maker’s riddle vouches for a shoot that is told of with its day', () => {
  const lede = 'Cameras started rolling on Emberfall 2 in Lisbon on Monday.'
  expect(stageOf('Emberfall 2 Starts Filming', `${lede}\n\n${RIDDLE}`)).toBe('filming')
})

test('a maker’s wish vouches for nothing more', () => {
  const wish = '“I’d love to make Emberfall 2,” Renn told Reel Post.'
  expect(stageOf('Emberfall 2 in Development at Northlight', wish)).toBe('talks')
})

test('a stranger’s riddle vouches for nothing', () => {
  const riddle = '“There’s a lot of soup about,” Piet Jansen told Reel Post.'
  expect(stageOf('Emberfall 2 in Development at Northlight', riddle)).not.toBe('development')
})
