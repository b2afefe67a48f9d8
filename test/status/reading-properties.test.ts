import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

const OUTLETS_OWN = [
  'Emberfall 2 has been greenlit.',
  'Emberfall 2 is officially happening!',
  'Filming on Emberfall 2 begins in May.',
  'Emberfall 2 has wrapped and opens in July.',
  'The sequel is in the works.',
  'It is reportedly a go.',
  'Emberfall 2 will be released in theaters in 2026.',
  'Fans want Emberfall 2 to happen.',
  'A source close to the studio says that cameras are rolling.',
]
const SAID = [
  '“We are working on Emberfall 2,” Renn told Reel Post.',
  '“There is no sequel in active development,” Whitlock said.',
  '“It is parked,” he said. “The outline is in a drawer.”',
  'Calloway said in March 2021 that she would love to return.',
  '«Nos encantaría volver», dijo la directora Ines Calloway.',
  'She shrugged (“we talk,” she added) and left',
  '"Unclosed, she said.',
]

function textOf(pool: string[]) {
  const paragraph = fc
    .array(fc.constantFrom(...pool), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(' '))
  return fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((all) => all.join('\n\n'))
}

const SEEDED = { seed: 20260101, numRuns: 200 }

test('what outlets and insiders say alone is never more than a rumor', () => {
  fc.assert(
    fc.property(textOf(OUTLETS_OWN), (text) => {
      const { stage } = readArticle(emberfall, article('Emberfall 2 CONFIRMED', text))
      expect(stage === null || stage === 'rumored').toBe(true)
    }),
    SEEDED,
  )
})

test('every statement stands in the article, and the same article reads the same', () => {
  fc.assert(
    fc.property(textOf([...OUTLETS_OWN, ...SAID]), (text) => {
      const reading = readArticle(emberfall, article('Emberfall 2', text))
      for (const { evidence } of reading.statements) expect(text).toContain(evidence)
      expect(readArticle(emberfall, article('Emberfall 2', text))).toEqual(reading)
    }),
    SEEDED,
  )
})

test('no text whatever breaks the reader', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    textOf([...SAID, '“', '’', '((', 'Emberfall 2:']),
  )
  fc.assert(
    fc.property(anyText, anyText, (title, text) => {
      expect(readArticle(emberfall, article(title, text)).articleId).toBe('x1')
    }),
    SEEDED,
  )
})
