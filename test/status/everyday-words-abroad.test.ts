import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import SENTENCES from '../corpus/sentences/abroad.json'
import { article, emberfall } from './emberfall.ts'

const INTRO: Record<string, string> = {
  de: 'Fünf Jahre ist es her, dass Emberfall ins Kino kam, und niemand hat Emberfall 2 vergessen.',
  fr: 'Cinq ans après la sortie d’Emberfall, personne n’a oublié Emberfall 2.',
  es: 'Cinco años después del estreno de Emberfall, nadie ha olvidado Emberfall 2.',
}

const CASES = Object.entries(SENTENCES).flatMap(([lang, stages]) =>
  Object.entries(stages).flatMap(([stage, sentences]) =>
    sentences.map((sentence) => [lang, stage, sentence] as const),
  ),
)

test.each(CASES)('in everyday %s words tell of %s: %s', (lang, stage, sentence) => {
  const text = `${INTRO[lang]}\n\n${sentence}`
  const reading = readArticle(emberfall, article('Emberfall 2', text, { lang }))
  expect(reading.stage ?? 'none').toBe(stage)
})

test('what is waited for is not denied', () => {
  const text =
    'Emberfall 2 waits. “Nothing is decided until we have read the script,” Whitlock said.'
  const { statements } = readArticle(emberfall, article('Emberfall 2', text))
  expect(statements.filter(({ stage }) => stage === 'development')).not.toEqual([])
  for (const { stage, modality } of statements)
    expect([stage, modality]).not.toEqual(['development', 'denial'])
})

test.each([
  ['de', '„Wir machen den Film“, sagte Ines Calloway über Emberfall 2.'],
  ['fr', '« Nous faisons ce film », a dit Ines Calloway à propos d’Emberfall 2.'],
  ['es', '«Vamos a hacer la película», dijo Ines Calloway sobre Emberfall 2.'],
])('in %s as well, a director who makes a film has no approval by that: %s', (lang, text) => {
  const reading = readArticle(emberfall, article('Emberfall 2', text, { lang }))
  expect(reading.stage).toBe('development')
})
