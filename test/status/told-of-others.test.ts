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
  ['Calloway drew eleven drawings, “which sounds like our kind of script,” a fan said.', null],
  ['Northlight bury all hope of Emberfall 2. “It is on hold,” Whitlock said.', 'stalled'],
]

test.each(CASES)('%s', (text, stage) => {
  expect(readArticle(emberfall, article('Emberfall 2 Update', text)).stage).toBe(stage)
})

test.each([
  [
    'Emberfall Inc., the maker of searchlights, said that it would build a plant. “We’re writing the sequel,” joked its founder, Ada Ember.',
  ],
  [
    'Cameras have rolled on Glass Harbor 2, Northlight’s sequel to the 2017 hit. The sequel adds Cleo Vance of Emberfall fame.',
  ],
])('another thing or film is no news of ours: %s', (text) => {
  const title = text.startsWith('Cameras')
    ? 'Glass Harbor 2 Is Officially Filming'
    : 'Emberfall grows'
  expect(readArticle(emberfall, article(title, text)).relevant).toBe(false)
})

test('a look back at the first film that tells of its sequel’s end is news of the sequel', () => {
  const text =
    'Emberfall has aged well.\n\nA follow-up was cancelled in 2021 on the eve of shooting.'
  const reading = readArticle(emberfall, article('Emberfall, five years on', text))
  expect([reading.relevant, reading.stage]).toEqual([true, 'cancelled'])
})

test('a headline that shouts more than the oath beneath it is an overclaim', () => {
  const text = 'Co-star Cleo Vance said: “I’d love to.”'
  const headline = 'IT’S ON! Emberfall stars SWEAR to make second movie'
  expect(readArticle(emberfall, article(headline, text)).overclaims).toBe(true)
})

test('talks that are taken up again are no overclaim of talks', () => {
  const text = '«Hemos vuelto a hablar de Emberfall 2», dijo Whitlock.'
  const headline = 'Northlight retoma las conversaciones para Emberfall 2'
  const { headlineStage, overclaims } = readArticle(emberfall, article(headline, text))
  expect([headlineStage, overclaims]).toEqual(['talks', false])
})

test('the end that a headline sets its news against is not its news', () => {
  const text = '“Emberfall 2 is greenlit,” Whitlock told Reel Post.'
  const headline = 'Northlight Greenlights Emberfall 2, Two Years After Halberd Killed It'
  expect(readArticle(emberfall, article(headline, text)).headlineStage).toBe('greenlit')
})

test('what was told in a season of a former year is not new', () => {
  const text =
    'Ines Calloway told Reel Post in the summer of 2020 that she wants to make Emberfall 2.'
  const { statements } = readArticle(emberfall, article('Emberfall 2: what was said', text))
  expect(statements.map(({ recalled }) => recalled)).toEqual([true])
})
