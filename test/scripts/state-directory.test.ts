import { expect, test } from 'vitest'
import { stateOf } from '../../scripts/local/state.ts'

test('runs of other corpora, or of publishers at other ports, keep what they learn apart', () => {
  const states = [
    stateOf(null),
    stateOf(null, 9000),
    stateOf('test/corpus/reading/limbo'),
    stateOf('elsewhere/limbo'),
    stateOf('elsewhere/limbo', 9000),
  ]
  expect(new Set(states).size).toBe(states.length)
})

test('the usual run is where the commands look for it', () => {
  expect(stateOf(null, 8788)).toBe('.demo/newsroom')
})
