import { expect, test } from 'vitest'
import { matches } from '../../src/story/found.ts'
import { CAPITAL, capitalsIn, finderOf, kindAt, LETTER, plainly } from '../../src/story/letters.ts'
import { plainOf } from '../../src/story/tokens.ts'

const TEXTS = [
  'Ana Ruiz-Vega told “Reel Post”: it’s 95% done — the 3×4 set’s up (really).',
  'Straße, œuvre, Łódź and Øre: «große Neuigkeiten», l’annonce',
  'Режиссёр сказал «нет», 2024 год. Νέα ταινία·',
  '続編、制作決定。「はい」 Emberfall 2 ★ 🎬 end',
].map(plainOf)

test.each([
  /(?<![\p{L}\p{N}'-])\p{Lu}[\p{L}-]{2,}(?![\p{L}])/gu,
  /(?<!\p{L})(?:the|it|and|end)(?!\p{L})/gu,
  /[\p{Ll}\p{Lu}'-]+/gu,
  /[^\p{L}\p{N}]+/gu,
])('%s finds the same in plain text by few ranges', (pattern) => {
  for (const text of TEXTS) expect(matches(plainly(pattern), text)).toEqual(matches(pattern, text))
})

test('known words are found where they stand by themselves, others of their shape are not', () => {
  const find = finderOf(['says', 'film-maker', 'sagte'], LETTER, true)
  expect(find('sags the film-maker, who says: sixes')).toEqual([
    { start: 9, end: 19, text: 'film-maker' },
    { start: 25, end: 29, text: 'says' },
  ])
  expect(find('says-so, essays “sagte”').map(({ start }) => start)).toEqual([17])
  expect(finderOf(['says'], LETTER)('says-so').map(({ end }) => end)).toEqual([4])
})

test('a name keeps its hyphen and leaves what an apostrophe joins', () => {
  const names = capitalsIn("Vega-Ruiz's film, d'Artagnan, McKay and 3D")
  expect(names.map(({ text }) => text)).toEqual(['Vega-Ruiz', 'Artagnan', 'McKay'])
})

test('a place outside the text is of no kind, a capital is a letter too', () => {
  expect(kindAt('Ö', 0)).toBe(LETTER | CAPITAL)
  expect(kindAt('Ö', 1)).toBe(0)
  expect(kindAt('Ö', -1)).toBe(0)
})
