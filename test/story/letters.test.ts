import { expect, test } from 'vitest'
import { matches } from '../../src/story/found.ts'
import {
  CAPITAL,
  capitalsIn,
  DIGIT,
  kindAt,
  LETTER,
  plainly,
  wordsIn,
} from '../../src/story/letters.ts'
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

test.each(TEXTS)('the words of a text are those that a pattern finds: %s', (text) => {
  expect(wordsIn(text, LETTER)).toEqual(matches(/\p{L}+/gu, text))
  expect(wordsIn(text, LETTER | DIGIT, true)).toEqual(
    matches(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu, text),
  )
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
