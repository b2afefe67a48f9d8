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

test('a rule means one stage, said one way, in every language', () => {
  const meanings = STAGE_WORDS.map(({ rule, stage, as }) => `${rule}: ${as} of ${stage}`)
  const rules = STAGE_WORDS.map(({ rule }) => rule)
  expect(new Set(meanings).size).toBe(new Set(rules).size)
})
