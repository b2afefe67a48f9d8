import { expect, test } from 'vitest'
import { copiedFrom, fingerprintOf } from '../../src/story/duplicates.ts'
import { foldedWords } from '../../src/story/fold.ts'

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

test('a copy with every fifth word changed is found by its look-up keys and compared', () => {
  const words = prose(7, 400)
  const spun = words.map((word, i) => (i % 5 === 0 ? `other${i}` : word))
  const shared = printOf(spun).lookupKeys.filter((key) => printOf(words).lookupKeys.includes(key))
  expect(shared.length).toBeGreaterThan(2)
  expect(copiedFrom(printOf(spun), [known(words)])?.article.id).toBe('k')
})

test('half of a text is a copy of the whole, and so is one with its paragraphs swapped', () => {
  const words = prose(11, 400)
  const swapped = [...words.slice(300), ...words.slice(0, 300)]
  expect(copiedFrom(printOf(words.slice(0, 200)), [known(words)])?.score).toBe(1)
  expect(copiedFrom(printOf(swapped), [known(words)])?.score).toBe(1)
})

test('a text with a third of another is no copy of it', () => {
  const words = [...prose(13, 130), ...prose(14, 270)]
  expect(copiedFrom(printOf(words), [known(prose(13, 400))])).toBeNull()
})

test('of two copied texts the one that is more alike counts, of equal ones the earlier', () => {
  const words = prose(17, 300)
  const cut = { ...known([...words.slice(0, 240), ...prose(18, 60)]), id: 'cut' }
  const later = { ...known(words), id: 'later', moment: '2022-02-01' }
  expect(copiedFrom(printOf(words), [cut, later, known(words)])?.article.id).toBe('k')
})

test('a form that is filled in anew each week is no copy of the last one', () => {
  const column = (nth: number) => {
    const figure = (n: number) => 10 + ((nth * 37 + n * 53) % 89)
    return prose(19, 300).map((word, i) => (i % 12 === 0 ? `${figure(i)}` : word))
  }
  const copied = column(1).map((word, i) => (i % 30 === 0 ? 'other' : word))
  const last = known(column(1).map((word) => word.replace(/(?<=[a-z])\d+/, '')))
  const lettersOf = (words: string[]) => words.map((word) => word.replace(/(?<=[a-z])\d+/, ''))
  expect(copiedFrom(printOf(lettersOf(column(2))), [last])).toBeNull()
  expect(copiedFrom(printOf(lettersOf(copied)), [last])?.article.id).toBe('k')
})

test('two reports that share only what was quoted are no copies', () => {
  const quote = `“${prose(3, 200).join(' ')}”`
  const report = (seed: number) => {
    const paragraph = `${prose(seed, 120).join(' ')} ${quote}`
    const start = paragraph.indexOf('“') + 1
    return fingerprintOf([paragraph], [{ paragraph: 0, start, end: paragraph.length - 1 }])
  }
  expect(copiedFrom(report(21), [{ ...known([]), fingerprint: report(22) }])).toBeNull()
})

test('two short notes that share a phrase are no copies', () => {
  const one = fingerprintOf(
    ['“Cameras are rolling,” the director wrote on her page on Monday.'],
    [],
  )
  const other = fingerprintOf(['“It is a wrap,” the director wrote on her page on Friday.'], [])
  expect(copiedFrom(other, [{ ...known([]), fingerprint: one }])).toBeNull()
  expect(copiedFrom(one, [{ ...known([]), fingerprint: one }])?.score).toBe(1)
})

test('accents, width and curly marks make no other words', () => {
  expect(foldedWords('L’Écran “Vif”—ｆｉｎａｌｅ, she’d say…')).toEqual(
    'lecran vif finale shed say'.split(' '),
  )
  expect(foldedWords('L’Ecran “Vif”—finale, she’d say…')).toEqual(
    'lecran vif finale shed say'.split(' '),
  )
})
