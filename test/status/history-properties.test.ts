import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rung, STAGES } from '../../src/stage.ts'
import { statusHistory } from '../../src/status/history.ts'
import { MODALITIES } from '../../src/status/modality.ts'
import { statusAt } from './status-at.ts'

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
const moments = anyEvidence.map(({ moment }) => moment)
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

test('an article in its outlet’s voice never lifts the status, above rumored least of all', () => {
  const own = anyEvidence.map((one) => ({ ...one, role: 'outlet' as const, speaker: null }))
  fc.assert(
    fc.property(manyEvidence, own, moments, (evidence, added, at) => {
      const [before, after] = [evidence, [...evidence, { ...added, id: 'own' }]].map(
        (all) => statusAt(all, at).stage,
      )
      if (after === before || after === 'rumored' || after == null) return
      // that a film is out which was shot everybody can see
      expect(after === 'released' && before != null && rung(before) >= rung('filming')).toBe(true)
    }),
    { ...SEEDED, numRuns: 2000 },
  )
})

test('the order of what is published at the same time does not matter', () => {
  const atOnce = manyEvidence.map((all) =>
    all.map((one) => ({ ...one, moment: '2020-01-01T00:00:00.000Z' })),
  )
  fc.assert(
    fc.property(atOnce, (evidence) => {
      expect(statusHistory(evidence.toReversed())).toEqual(statusHistory(evidence))
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
