import { expect, test } from 'vitest'
import type { PublicStatement } from '../../src/db/public/statement.ts'
import { lessReports, saidOnce } from '../../src/routes/site/once.ts'

const ARTICLE = {
  id: 'a',
  outlet: 'Lantern',
  title: 'A talk',
  url: 'https://lantern.example/a',
  published: '2026-01-05T08:00:00.000Z',
}

const STATEMENT: PublicStatement = {
  id: 'a#0',
  speaker: 'Ines Quarrie',
  role: 'director',
  quote: null,
  evidence: 'Quarrie said that she “would love to make one”.',
  givenTo: null,
  saidOn: null,
  stage: 'talks',
  modality: 'wish',
  rule: 'wish',
  recalled: false,
  fresh: true,
  moment: '2026-01-05T08:00:00.000Z',
  storyId: 'a',
  quotation: null,
  article: ARTICLE,
}

const QUOTED: PublicStatement = {
  ...STATEMENT,
  id: 'a#1',
  quote: 'would love to make one',
  evidence: 'would love to make one',
  quotation: 'would-love-to-make-one',
}

function shown(...said: PublicStatement[]) {
  return saidOnce(said).map(({ statement }) => statement)
}

test('words that speak of two stages are shown once', () => {
  const denial: PublicStatement = { ...QUOTED, id: 'a#2', stage: 'greenlit', modality: 'denial' }
  expect(shown(QUOTED, denial)).toEqual([QUOTED])
})

test('a sentence that tells of two people is shown once, as the word of both', () => {
  const other = { ...STATEMENT, id: 'a#0.2', speaker: 'Abel Thorne', role: 'producer' } as const
  expect(saidOnce([STATEMENT, other])).toMatchObject([
    { statement: STATEMENT, speakers: [{ speaker: 'Ines Quarrie' }, { speaker: 'Abel Thorne' }] },
  ])
})

test('a report is not shown beside the quotation in it that says as much', () => {
  expect(shown(STATEMENT, QUOTED)).toEqual([QUOTED])
})

test('a report that says more stands for the quotation in it, and leads to it', () => {
  const colour = { ...QUOTED, stage: null }
  expect(shown(STATEMENT, colour)).toEqual([{ ...STATEMENT, quotation: QUOTED.quotation }])
})

test('the same words in two articles are shown as often as they were printed', () => {
  const again = { ...QUOTED, id: 'b#0', article: { ...ARTICLE, id: 'b' } }
  expect(shown(QUOTED, again)).toHaveLength(2)
})

test('the picture has no mark for a report beside that of the quotation in it', () => {
  const elsewhere: PublicStatement = { ...QUOTED, stage: 'development' }
  expect(lessReports([STATEMENT, QUOTED])).toEqual([QUOTED])
  expect(lessReports([STATEMENT, elsewhere])).toEqual([STATEMENT, elsewhere])
})
