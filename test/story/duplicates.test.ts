import { expect, test } from 'vitest'
import { containment, copiedFrom, fingerprintOf } from '../../src/story/duplicates.ts'

const WORDS =
  'lamp boat harbor night rope bell glass storm paper tide wind cable mast ember door'.split(' ')

/** Prose of so many words, the same for the same seed. */
function prose(seed: number, length: number): string[] {
  let state = seed
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return `${WORDS[state % WORDS.length]}${state % 97}`
  })
}

function printOf(words: string[]) {
  return fingerprintOf([words.join(' ')], [])
}

function known(words: string[]) {
  return {
    id: 'k',
    url: 'u',
    moment: '2022-01-01',
    storyId: 'k',
    duplicateOf: null,
    fingerprint: printOf(words),
  }
}

test('the same words with other marks and case are the same text', () => {
  const one = fingerprintOf(['“We’d love to,” she said.'], [])
  expect(fingerprintOf(["'We'd LOVE to', she said"], []).textKey).toBe(one.textKey)
})

test('a copy with every eighth word changed is found by its look-up keys and compared', () => {
  const words = prose(7, 400)
  const spun = words.map((word, i) => (i % 8 === 0 ? `other${i}` : word))
  const shared = printOf(spun).lookupKeys.filter((key) => printOf(words).lookupKeys.includes(key))
  expect(shared.length).toBeGreaterThan(0)
  expect(copiedFrom(printOf(spun), [known(words)])?.article.id).toBe('k')
})

test('half of a text is a copy of the whole', () => {
  const words = prose(11, 400)
  expect(containment(printOf(words.slice(0, 200)), printOf(words))).toBeGreaterThan(0.8)
})

test('two reports that share only what was quoted are no copies', () => {
  const quote = `“${prose(3, 60).join(' ')}”`
  const report = (seed: number) => {
    const paragraph = `${prose(seed, 120).join(' ')} ${quote}`
    const start = paragraph.indexOf('“') + 1
    return fingerprintOf([paragraph], [{ paragraph: 0, start, end: paragraph.length - 1 }])
  }
  expect(containment(report(21), report(22))).toBeLessThan(0.2)
})

test('two short notes that share a phrase are no copies', () => {
  const one = fingerprintOf(
    ['“Cameras are rolling,” the director wrote on her page on Monday.'],
    [],
  )
  const other = fingerprintOf(['“It is a wrap,” the director wrote on her page on Friday.'], [])
  const shelf = {
    id: 'k',
    url: 'u',
    moment: 'm',
    storyId: 'k',
    duplicateOf: null,
    fingerprint: one,
  }
  expect(containment(one, other)).toBeGreaterThan(0.4)
  expect(copiedFrom(other, [shelf])).toBeNull()
})
