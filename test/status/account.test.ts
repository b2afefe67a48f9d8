import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STAGES } from '../../src/stage.ts'
import { type Account, accountOf } from '../../src/status/account.ts'
import { isOnRecord } from '../../src/status/authority.ts'
import type { Evidence } from '../../src/status/evidence.ts'
import { MODALITIES } from '../../src/status/modality.ts'
import type { Told } from '../../src/status/told.ts'
import { statusAt } from './status-at.ts'

type Said = Evidence & Told

let count = 0

function said(day: string, more: Partial<Said> = {}): Said {
  count++
  return {
    id: `s${count}`,
    articleId: `a${count}`,
    article: { outlet: 'Lantern' },
    moment: `${day}T12:00:00.000Z`,
    withdrawn: null,
    speaker: 'Ines Quarrie',
    role: 'director',
    stage: 'development',
    modality: 'fact',
    rule: 'in-development',
    saidOn: null,
    givenTo: null,
    fresh: true,
    recalled: false,
    ...more,
  }
}

/** The account of a moment, as the database gives it its parts. */
function account(all: Said[], at: string): Account<Said> {
  const status = statusAt(all, at)
  const known = all.filter(({ moment, withdrawn }) => {
    return moment <= at && (withdrawn === null || withdrawn > at)
  })
  const because = all.filter(({ id }) => status.because.includes(id))
  const onRecord = known.filter(({ fresh, role }) => fresh && isOnRecord(role))
  const lastWord = onRecord.find(({ id }) => id === status.lastWord) ?? null
  return accountOf({ ...status, because, lastWord }, onRecord, at)
}

test('it tells who bore it out last, who speaks against it, and how long nobody has spoken', () => {
  const first = said('2024-01-10')
  const later = said('2024-05-02', { speaker: 'Abel Thorne', role: 'producer', givenTo: 'Tide' })
  const against = said('2024-06-01', { speaker: 'Una Falk', role: 'actor', modality: 'denial' })
  const told = account([first, later, against], '2024-06-11T12:00:00.000Z')
  expect(told.confirmedBy).toBe(later)
  expect(told.supporting).toEqual([later, first])
  expect(told.opposing).toEqual([against])
  expect(told.daysWithoutNews).toBe(10)
  expect(told.explanation.map(({ words }) => words)).toEqual([
    'Development since 10 January 2024, on the word of Ines Quarrie (director).',
    'Ines Quarrie and Abel Thorne on record, heard by 2 outlets.',
    'Last borne out on 2 May 2024: Abel Thorne (producer) to Tide.',
    '2 independent sources: Ines Quarrie (Lantern) and Abel Thorne (Tide).',
    'Against it stands, on 1 June 2024: Una Falk (actor) at Lantern.',
  ])
})

test('one interview in three articles is one source', () => {
  const all = ['Tide', 'Buoy', 'Lantern'].map((outlet, i) =>
    said(`2024-01-1${i}`, { givenTo: 'Lantern', article: { outlet } }),
  )
  const { sources } = account(all, '2024-02-01T00:00:00.000Z')
  expect(sources.map(({ speaker, outlet }) => [speaker, outlet])).toEqual([
    ['Ines Quarrie', 'Lantern'],
  ])
})

test('where nobody has spoken for more than a year, it says since when', () => {
  const { explanation } = account([said('2020-01-01')], '2022-01-01T00:00:00.000Z')
  expect(explanation.at(-1)?.words).toBe(
    'Quiet since 1 January 2020: the last to speak was Ines Quarrie (director).',
  )
})

test('without statements nothing is told but what would change it', () => {
  expect(account([], '2024-01-01T00:00:00.000Z')).toMatchObject({
    sureness: { level: 0, statements: [] },
    supporting: [],
    opposing: [],
    confirmedBy: null,
    sources: [],
    daysWithoutNews: null,
    explanation: [],
  })
})

const day = fc.constantFrom('2018-01-01', '2020-02-01', '2020-03-01', '2020-04-01', '2022-05-01')
const moment = day.map((text) => `${text}T00:00:00.000Z`)
const anySaid: fc.Arbitrary<Said> = fc.record({
  id: fc.uuid(),
  articleId: fc.constantFrom('a1', 'a2', 'a3'),
  article: fc.record({ outlet: fc.constantFrom('Lantern', 'Tide', 'Buoy') }),
  moment,
  withdrawn: fc.option(moment, { freq: 1 }),
  speaker: fc.constantFrom(null, 'Ines Quarrie', 'Abel Thorne'),
  role: fc.constantFrom('studio', 'producer', 'director', 'writer', 'actor', 'insider', 'outlet'),
  stage: fc.constantFrom(null, ...STAGES),
  modality: fc.constantFrom(...MODALITIES),
  rule: fc.constantFrom('in-development', 'pages', 'nothing-set', 'greenlit'),
  saidOn: fc.constantFrom(null, '2018-01', '2020-02-01'),
  givenTo: fc.constantFrom(null, 'Lantern', 'Tide'),
  fresh: fc.boolean(),
  recalled: fc.boolean(),
})
const many = fc.uniqueArray(anySaid, { maxLength: 15, size: 'max', selector: ({ id }) => id })

test('every sentence of the explanation names statements that exist and were known by then', () => {
  let sentences = 0
  fc.assert(
    fc.property(many, moment, (all, at) => {
      const byId = new Map(all.map((one) => [one.id, one]))
      for (const { words, statements } of account(all, at).explanation) {
        sentences++
        expect(statements.length, words).toBeGreaterThan(0)
        for (const id of statements)
          expect(byId.get(id)?.moment ?? 'none', words).toSatisfy(upTo(at))
      }
    }),
    { seed: 20261121, numRuns: 500 },
  )
  expect(sentences).toBeGreaterThan(500)
})

function upTo(at: string): (moment: string) => boolean {
  return (one) => one <= at
}

test('what is told of a moment does not change with what is published later', () => {
  fc.assert(
    fc.property(many, moment, (all, at) => {
      const then = all
        .filter((one) => one.moment <= at)
        .map((one) => (one.withdrawn && one.withdrawn > at ? { ...one, withdrawn: null } : one))
      expect(JSON.stringify(account(then, at).explanation)).toBe(
        JSON.stringify(account(all, at).explanation),
      )
    }),
    { seed: 20261121, numRuns: 500 },
  )
})

test('what an outlet says in its own voice changes nothing that is told on record', () => {
  fc.assert(
    fc.property(many, anySaid, (all, one) => {
      const at = '2023-01-01T00:00:00.000Z'
      const own = { ...one, role: 'outlet' as const, speaker: null, stage: 'rumored' as const }
      const [before, after] = [account(all, at), account([...all, own], at)]
      expect(after.supporting.filter(({ id }) => id !== own.id)).toEqual(after.supporting)
      expect(after.daysWithoutNews).toBe(before.daysWithoutNews)
    }),
    { seed: 20261121, numRuns: 300 },
  )
})
