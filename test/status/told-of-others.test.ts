import { expect, test } from 'vitest'
import type { Stage } from '../../src/stage.ts'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

/** What stands beside a stage and turns it into somebody else's, or into one to come. */
const CASES: [text: string, stage: Stage | null][] = [
  [
    'Oduya is writing a follow-up to the 2017 comedy, which earned $143 million worldwide.',
    'development',
  ],
  [
    'Oduya is writing Emberfall 2. “Nobody has greenlit anything,” director Ines Calloway said.',
    'development',
  ],
  [
    '“I hope that Emberfall 2 gets made,” director Ines Calloway said. Her Ladders went to streaming after its release was cancelled.',
    'talks',
  ],
  [
    'Director Ines Calloway says that they will move to Budapest on February 10, which is when the Emberfall 2 shoot begins.',
    'pre-production',
  ],
]

test.each(CASES)('%s', (text, stage) => {
  expect(readArticle(emberfall, article('Emberfall 2 Update', text)).stage).toBe(stage)
})

test('what was told in a season of a former year is not new', () => {
  const text =
    'Ines Calloway told Reel Post in the summer of 2020 that she wants to make Emberfall 2.'
  const { statements } = readArticle(emberfall, article('Emberfall 2: what was said', text))
  expect(statements.map(({ recalled }) => recalled)).toEqual([true])
})
