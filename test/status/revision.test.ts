import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { type DatedStatement, diffOf, readAnew, revise } from '../../src/status/revision.ts'
import { article, emberfall } from './emberfall.ts'

const WISH = '“I would love to make Emberfall 2,” Tobias Renn told Reel Post.'
const WORK = '“We’re writing Emberfall 2 right now,” Renn added.'
const T1 = '2024-05-02T09:00:00.000Z'
const T2 = '2024-05-03T09:00:00.000Z'

const reading = (...text: string[]) =>
  readArticle(emberfall, article('Renn on Emberfall 2', text.join('\n\n'), { id: 'a' }))

test('paragraphs that only moved are no change', () => {
  expect(diffOf(['one', 'two', 'three'], ['three', 'one', 'four'])).toEqual({
    removed: ['two'],
    added: ['four'],
  })
})

test('what stays keeps its id, though something new comes before it', () => {
  const earlier = reading(WORK)
  const { statements } = revise(earlier, reading(WISH, WORK), T1)
  expect(statements.map(lifetime)).toEqual([
    { id: 'a#1', rule: statements[0]?.rule, since: T1 },
    { id: 'a#0', rule: earlier.statements[0]?.rule },
  ])
})

test('what vanishes stays as withdrawn, and no id is given twice', () => {
  const once = revise(reading(WISH), reading(WORK), T1)
  const twice = revise(once, reading(WISH, WORK), T2)
  expect(once.statements.map(lifetime)).toMatchObject([
    { id: 'a#1', since: T1 },
    { id: 'a#0', withdrawn: T1 },
  ])
  expect(twice.statements.map(lifetime)).toMatchObject([
    { id: 'a#2', since: T2 },
    { id: 'a#1', since: T1 },
    { id: 'a#0', withdrawn: T1 },
  ])
})

test('what is added to an article with words beside its claims gets an id of its own', () => {
  const beside = '“It was raining on the boots,” Renn said.'
  const earlier = reading(WISH, beside)
  const { statements } = revise(earlier, reading(WISH, beside, WORK), T1)
  expect(earlier.statements.map(({ id }) => id)).toEqual(['a#0', 'a#b0'])
  expect(statements.map(({ id }) => id).toSorted()).toEqual(['a#0', 'a#1', 'a#b0'])
})

test('other rules that read the same text take nothing back', () => {
  const revised = revise(reading(WISH), reading(WORK), T1)
  const revisions = [{ moment: T1, removed: [WISH], added: [WORK] }]
  expect(readAnew(revised, reading(WORK), revisions)).toEqual(revised)
  const forgotten = { ...revised, statements: [] }
  expect(readAnew(forgotten, reading(WORK), revisions).statements.map(lifetime)).toMatchObject([
    { id: 'a#0', since: T1 },
  ])
})

function lifetime({ id, rule, since, withdrawn }: DatedStatement) {
  return { id, rule, ...(since && { since }), ...(withdrawn && { withdrawn }) }
}
