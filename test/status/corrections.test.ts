import { expect, test } from 'vitest'
import { type StandingVerdict, standing } from '../../src/status/corrections.ts'

const split = (articleId: string, rest: string | null = null): StandingVerdict => ({
  articleId,
  verdict: { kind: 'split', rest },
})
const merge = (articleId: string, into: string, isStory = true): StandingVerdict => ({
  articleId,
  verdict: { kind: 'merge', into, isStory },
})

test('of two verdicts on one thing the later holds', () => {
  expect(standing([split('a'), merge('a', 'b', false)]).articles.get('a')?.story).toBe('b')
  expect(standing([merge('a', 'b', false), split('a')]).articles.get('a')?.story).toBe('a')
})

test('a founder that is split out leaves its story to the next', () => {
  const { articles, stories } = standing([split('a', 'b')])
  expect(articles.get('a')).toEqual({ story: 'a', isOriginal: true })
  expect(articles.get('b')).toEqual({ story: 'b' })
  expect(stories).toEqual(new Map([['a', 'b']]))
})

test('two stories are never shown in each other', () => {
  const { stories } = standing([merge('a', 'b'), merge('b', 'c'), merge('c', 'a')])
  expect(stories).toEqual(
    new Map([
      ['a', 'b'],
      ['c', 'a'],
    ]),
  )
})

test('a story that is merged after its founder was split out takes the founder along', () => {
  const { articles, stories } = standing([split('a'), merge('a', 'b')])
  expect(articles.get('a')?.story).toBeUndefined()
  expect(stories.get('a')).toBe('b')
})

test('corrections of several statements add up', () => {
  const strike = (evidence: string): StandingVerdict => ({
    articleId: 'a',
    verdict: {
      kind: 'statement',
      mark: { evidence, quoteKey: null, rule: 'r' },
      change: { isStruck: true },
    },
  })
  const all = standing([strike('one'), strike('two')])
  expect(all.articles.get('a')?.statements?.map(({ mark }) => mark.evidence)).toEqual([
    'one',
    'two',
  ])
})
