import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import SENTENCES from '../corpus/sentences/everyday.json'
import { article, emberfall } from './emberfall.ts'

const INTRO =
  'It is five years since Emberfall came to cinemas, and nobody has forgotten Emberfall 2.'

const CASES = Object.entries(SENTENCES).flatMap(([stage, sentences]) =>
  sentences.map((sentence) => [stage, sentence] as const),
)

test.each(CASES)('everyday words tell of %s: %s', (stage, sentence) => {
  const reading = readArticle(emberfall, article('News of Emberfall 2', `${INTRO}\n\n${sentence}`))
  expect(reading.stage ?? 'none').toBe(stage)
})
