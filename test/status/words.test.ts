import { expect, test } from 'vitest'
import { cuesIn } from '../../src/status/cues.ts'
import { STAGE_WORDS } from '../../src/status/words/all.ts'
import { plainOf, tokensOf } from '../../src/story/tokens.ts'

function rulesIn(sentence: string): string[] {
  return cuesIn(tokensOf(plainOf(sentence)), false).map(({ rule }) => rule)
}

test.each(STAGE_WORDS.map(({ rule, example }) => [rule, example] as const))(
  'rule %s reads its own example',
  (rule, example) => {
    expect(rulesIn(example)).toContain(rule)
  },
)

test('a rule has one name', () => {
  const names = STAGE_WORDS.map(({ rule }) => rule)
  expect(new Set(names).size).toBe(names.length)
})
