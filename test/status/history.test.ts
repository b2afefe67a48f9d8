import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rung, STAGES } from '../../src/stage.ts'
import type { Evidence } from '../../src/status/evidence.ts'
import { statusAt, statusHistory } from '../../src/status/history.ts'
import { MODALITIES } from '../../src/status/modality.ts'

let count = 0

function said(
  day: string,
  role: Evidence['role'],
  stage: Evidence['stage'],
  more: Partial<Evidence> = {},
): Evidence {
  count++
  const named = role === 'insider' || role === 'outlet' ? null : `Some ${role}`
  return {
    id: `s${count}`,
    articleId: `a${count}`,
    moment: `${day}T12:00:00.000Z`,
    withdrawn: null,
    speaker: named,
    role,
    stage,
    modality: 'fact',
    rule: 'in-development',
    saidOn: day,
    fresh: true,
    recalled: false,
    ...more,
  }
}

function stages(evidence: Evidence[]): (string | null)[] {
  return statusHistory(evidence).map(({ stage }) => stage)
}

test('the status goes up and down with what people say on record', () => {
  expect(
    stages([
      said('2020-01-01', 'insider', 'development', { modality: 'rumor' }),
      said('2020-02-01', 'director', 'talks', { modality: 'wish' }),
      said('2020-03-01', 'producer', 'development'),
      said('2020-04-01', 'studio', 'development', { modality: 'denial' }),
      said('2020-05-01', 'studio', 'greenlit'),
      said('2020-06-01', 'studio', 'stalled'),
      said('2020-07-01', 'actor', 'talks', { modality: 'wish' }),
      said('2020-08-01', 'producer', 'development'),
      said('2020-09-01', 'studio', 'cancelled'),
    ]),
  ).toEqual([
    'rumored',
    'talks',
    'development',
    'talks',
    'greenlit',
    'stalled',
    'development',
    'cancelled',
  ])
})

test('nothing is set, says the director: an earlier "working on it" is talk again', () => {
  expect(
    stages([
      said('2020-03-01', 'producer', 'development'),
      said('2020-06-01', 'director', 'greenlit', { modality: 'denial', rule: 'nothing-set' }),
    ]),
  ).toEqual(['development', 'talks'])
})

test('a withdrawn statement counts until it is withdrawn', () => {
  const evidence = [
    said('2020-01-01', 'director', 'talks', { modality: 'wish' }),
    said('2020-03-01', 'producer', 'development', { withdrawn: '2020-03-02T12:00:00.000Z' }),
  ]
  expect(stages(evidence)).toEqual(['talks', 'development', 'talks'])
  expect(statusAt(evidence, '2020-03-01T13:00:00.000Z').stage).toBe('development')
  expect(statusAt(evidence, '2020-03-03T00:00:00.000Z').stage).toBe('talks')
})

test('the status of a past moment knows nothing of what came later', () => {
  const evidence = [
    said('2020-01-01', 'director', 'talks'),
    said('2021-01-01', 'studio', 'greenlit'),
  ]
  expect(statusAt(evidence, '2020-06-01T00:00:00.000Z').stage).toBe('talks')
  expect(statusAt(evidence, '2019-06-01T00:00:00.000Z').stage).toBeNull()
})

test('silence makes it quiet, not another stage', () => {
  const status = statusAt(
    [said('2020-01-01', 'producer', 'development')],
    '2022-01-01T00:00:00.000Z',
  )
  expect(status).toMatchObject({ stage: 'development', quietSince: '2020-01-01T12:00:00.000Z' })
})

const anyEvidence = fc.record({
  id: fc.uuid(),
  articleId: fc.constantFrom('a1', 'a2', 'a3', 'a4'),
  moment: fc
    .constantFrom('2020-01-01', '2020-02-01', '2020-03-01', '2020-04-01')
    .map((day) => `${day}T00:00:00.000Z`),
  withdrawn: fc.constant(null),
  speaker: fc.constantFrom(null, 'Ines Calloway', 'Tobias Renn'),
  role: fc.constantFrom(
    'studio',
    'producer',
    'director',
    'writer',
    'actor',
    'insider',
    'outlet' as const,
  ),
  stage: fc.constantFrom(null, ...STAGES),
  modality: fc.constantFrom(...MODALITIES),
  rule: fc.constantFrom('in-development', 'pages', 'nothing-set', 'greenlit'),
  saidOn: fc.constant(null),
  fresh: fc.boolean(),
  recalled: fc.boolean(),
})
const manyEvidence = fc.uniqueArray(anyEvidence, { maxLength: 12, selector: ({ id }) => id })
const SEEDED = { seed: 20260101, numRuns: 300 }

test('the order in which evidence comes in does not matter', () => {
  fc.assert(
    fc.property(manyEvidence, fc.infiniteStream(fc.nat()), (evidence, order) => {
      const keys = new Map(evidence.map((one) => [one, order.next().value ?? 0]))
      const shuffled = evidence.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
      expect(statusHistory(shuffled)).toEqual(statusHistory(evidence))
    }),
    SEEDED,
  )
})

test('repeats change nothing', () => {
  fc.assert(
    fc.property(manyEvidence, (evidence) => {
      const repeats = evidence.map((one) => ({
        ...one,
        id: `${one.id}-again`,
        articleId: 'late',
        fresh: false,
      }))
      expect(statusHistory([...evidence, ...repeats])).toEqual(statusHistory(evidence))
    }),
    SEEDED,
  )
})

test('what outlets say in their own voice never lifts the status above rumored', () => {
  fc.assert(
    fc.property(manyEvidence, (evidence) => {
      const own = evidence.map((one) => ({ ...one, role: 'outlet' as const, speaker: null }))
      for (const { stage } of statusHistory(own))
        expect(stage === null || stage === 'rumored').toBe(true)
    }),
    SEEDED,
  )
})

test('greenlit and beyond needs a studio, producer or director who says so as fact or plan', () => {
  fc.assert(
    fc.property(manyEvidence, (evidence) => {
      const byId = new Map(evidence.map((one) => [one.id, one]))
      for (const { stage, because } of statusHistory(evidence)) {
        if (stage === null || rung(stage) < rung('greenlit')) continue
        const roles = because.map((id) => byId.get(id)?.role)
        expect(
          roles.some((role) => role === 'studio' || role === 'producer' || role === 'director'),
        ).toBe(true)
      }
    }),
    SEEDED,
  )
})

test('every reason is a statement that exists, and without statements nothing is known', () => {
  fc.assert(
    fc.property(manyEvidence, (evidence) => {
      const ids = new Set(evidence.map(({ id }) => id))
      for (const { because } of statusHistory(evidence))
        for (const id of because) expect(ids.has(id)).toBe(true)
    }),
    SEEDED,
  )
  expect(statusHistory([])).toEqual([])
  expect(statusAt([], '2022-01-01T00:00:00.000Z').stage).toBeNull()
})
