import { expect, test } from 'vitest'
import type { Stage } from '../../src/stage.ts'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

/** What a reporter tells that those do who answer for the film, and what it supports. */
const ACTS: [text: string, stage: Stage | null][] = [
  ['Northlight Pictures has commissioned a screenplay for Emberfall 2.', 'development'],
  ['Northlight is busy. The company has hired Mara Oduya to write Emberfall 2.', 'development'],
  ['Northlight, which made the first, has bought the Emberfall sequel back.', 'development'],
  ['Calloway is supervising the script of Emberfall 2 and intends to direct.', 'development'],
  ['Oduya has got through two drafts of Emberfall 2.', 'development'],
  [
    'Oduya wrote Emberfall 2 before a suit halted it in 2019. Northlight has revived it.',
    'development',
  ],
  ['Northlight has greenlit Emberfall 2.', 'rumored'],
  ['Glass Harbor Films has commissioned a screenplay for Emberfall 2.', 'rumored'],
  [
    'Northlight has hired Oduya to write Emberfall 2, a source says. Northlight has bought it back.',
    'rumored',
  ],
]

test.each(ACTS)('%s Told by a reporter, it supports %s', (text, stage) => {
  expect(readArticle(emberfall, article('Emberfall 2 News', text)).stage).toBe(stage)
})

test('what others say of the film, and what is refuted, is no news of it', () => {
  const refuted = 'Dana Whitlock Shoots Down Talk That Emberfall 2 Was Scrapped'
  const text = '“It’s parked,” Whitlock told Reel Post. “Nobody has killed that movie.”'
  const { headlineStage, overclaims } = readArticle(emberfall, article(refuted, text))
  expect({ headlineStage, overclaims }).toEqual({ headlineStage: null, overclaims: false })
})

test('a studio’s own word for a rest makes a headline’s end too much', () => {
  const rest = '“We have suspended all activity on Emberfall 2 until May,” Whitlock said.'
  const told = 'Emberfall 2 has been suspended until May, Film Daily has learned.'
  const accused = (text: string) =>
    readArticle(emberfall, article('Lawyers Have Killed Emberfall 2', text)).overclaims
  expect([accused(rest), accused(told)]).toEqual([true, false])
})
