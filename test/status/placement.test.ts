import { expect, test } from 'vitest'
import { Shelf } from '../../scripts/read-shelf.ts'
import { placeArticle } from '../../src/status/placement.ts'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

type Told = { id: string; outlet: string; day: string; title: string; text: string; url?: string }

/** Reads and places articles in order. */
function placed(...told: Told[]) {
  const shelf = new Shelf()
  return told.map(({ id, outlet, day, title, text, url }) => {
    const published = `${day}T12:00:00.000Z`
    const reading = readArticle(
      emberfall,
      article(title, text, { id, outlet, published, url: url ?? `https://${id}.example/` }),
    )
    const placement = placeArticle(reading, published, shelf.find(reading))
    shelf.keep(reading, placement, published)
    return placement
  })
}

const INTERVIEW: Told = {
  id: 'one',
  outlet: 'Reel Post',
  day: '2022-06-10',
  title: 'Tobias Renn on Emberfall 2',
  text: '“We’re working on it, and we have been for the better part of a year,” Renn tells us about an Emberfall sequel.',
}

test('a retelling joins the story of its quotation and brings nothing fresh', () => {
  const [, retold] = placed(INTERVIEW, {
    id: 'two',
    outlet: 'Film Daily',
    day: '2022-06-11',
    title: 'Emberfall 2 Is Coming',
    text: 'Renn told Reel Post about Emberfall 2. “We are working on it. We have been for the better part of a year,” he said.',
  })
  expect(retold?.storyId).toBe('one')
  expect(retold?.join.method).toBe('quotation')
  expect(retold?.original).toBe('Reel Post')
  expect(retold?.statements.filter(({ quote, fresh }) => quote && fresh)).toEqual([])
})

test('an old quotation sold as new keeps the day on which it was first said', () => {
  const [, recycled] = placed(INTERVIEW, {
    id: 'late',
    outlet: 'Film Daily',
    day: '2025-01-05',
    title: 'Emberfall 2 Gets Exciting Update',
    text: 'Emberfall 2 is in the works. “We’re working on it, and we have been for the better part of a year,” Renn said.',
  })
  expect(recycled?.storyId).toBe('one')
  const quoted = recycled?.statements.find(({ quote }) => quote !== null)
  expect(quoted).toMatchObject({ saidOn: '2022-06-10', givenTo: 'Reel Post', fresh: false })
})

test('what stands beside old quotations in a retelling of them is as old', () => {
  const interview = {
    ...INTERVIEW,
    text: 'Renn tells us about an Emberfall sequel. “We’re working on it, and we have been for the better part of a year,” he said. “My wife has read every page of it and she sleeps badly.” “There is no money for it, and no calendar.”',
  }
  const [, recycled] = placed(interview, {
    id: 'late',
    outlet: 'Film Daily',
    day: '2025-01-05',
    title: 'Emberfall 2 Gets Exciting Update',
    text: '“We’re working on it, and we have been for the better part of a year,” Renn said. “My wife has read every page of it and she sleeps badly,” he added. “Nobody has greenlit Emberfall 2,” he said.',
  })
  const denial = recycled?.statements.find(({ modality }) => modality === 'denial')
  expect(denial).toMatchObject({ saidOn: '2022-06-10', fresh: false })
})

test('a translation joins by speaker, outlet and day', () => {
  const [, translated] = placed(INTERVIEW, {
    id: 'es',
    outlet: 'Butaca',
    day: '2022-06-12',
    title: 'Emberfall 2: habla el productor',
    text: '«Estamos trabajando en ello», dijo el productor Tobias Renn en una entrevista con Reel Post sobre Emberfall 2.',
  })
  expect(translated?.storyId).toBe('one')
  expect(translated?.join.method).toBe('interview')
})

test('a new interview of the same person years later is a new story', () => {
  const [, later] = placed(INTERVIEW, {
    id: 'new',
    outlet: 'Reel Post',
    day: '2025-03-01',
    title: 'Tobias Renn on Emberfall 2, Again',
    text: '“There is a finished script on my desk and I am very proud of it,” Renn tells us about Emberfall 2. “Northlight has read it twice.”',
  })
  expect(later?.storyId).toBe('new')
})

test('a later text at the same address is a revision, not a copy', () => {
  const [, revised] = placed(
    { ...INTERVIEW, url: 'https://a.example/' },
    { ...INTERVIEW, id: 'rev', url: 'https://a.example/' },
  )
  expect(revised).toMatchObject({ revises: 'one', duplicateOf: null, storyId: 'one' })
})

test('the same text elsewhere is a copy and counts for nothing', () => {
  const [, copy] = placed(INTERVIEW, { ...INTERVIEW, id: 'copy', outlet: 'Film Daily' })
  expect(copy?.duplicateOf).toBe('one')
  expect(copy?.statements.some(({ fresh }) => fresh)).toBe(false)
})

test('what an undated page says without a day is never fresh', () => {
  const reading = readArticle(
    emberfall,
    article(INTERVIEW.title, INTERVIEW.text, { published: null }),
  )
  const { statements } = placeArticle(reading, '2022-07-01T00:00:00.000Z', {
    articles: [],
    quotations: [],
    stories: [],
  })
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.some(({ fresh }) => fresh)).toBe(false)
})
