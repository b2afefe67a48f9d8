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
  [
    'Northlight has hired Oduya to write Emberfall 2, a year after Emberfall turned the canceled television series into a hit.',
    'development',
  ],
  [
    'Oduya is writing Emberfall 2. The series was cancelled in 2014 after three seasons.',
    'development',
  ],
  [
    'Oduya is writing Emberfall 2. Her first draft opened with a funeral and closed with a trial.',
    'development',
  ],
  ['Oduya is writing Emberfall 2, and Calloway passed on some advice.', 'development'],
  ['Asked about Emberfall 2, Renn paused. “I want to make it,” he said.', 'talks'],
  ['“I want to make Emberfall 2,” Renn said. She stalled for a moment.', 'talks'],
  ['Ines Calloway would like to show you a photograph.', null],
  ['“I was happy to be wrong about Emberfall,” Whitlock said.', null],
  [
    'A follow-up would have been out last November, had it not been cancelled in 2021.',
    'cancelled',
  ],
  ['“We’re making it. It shoots in Malta next June,” Whitlock said of Emberfall 2.', 'greenlit'],
  ['“We are making it up,” Whitlock said of the sequel.', null],
  ['“This isn’t a rescue. We have drawn forty minutes,” Whitlock said.', 'filming'],
  [
    '“I’m standing in the ship,” Renn told Reel Post on Wednesday. “We’re rehearsing.”',
    'pre-production',
  ],
  ['Northlight bury all hope of Emberfall 2. “It is on hold,” Whitlock said.', 'stalled'],
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
