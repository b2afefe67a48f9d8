import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STAGES } from '../../src/stage.ts'
import type { Evidence } from '../../src/status/evidence.ts'
import { statusHistory } from '../../src/status/history.ts'
import { MODALITIES } from '../../src/status/modality.ts'
import { Shelf } from './fold.ts'

const MOMENTS = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2020, i)).toISOString())

const moment = fc.constantFrom(...MOMENTS)
const pick = fc.nat()

const statement: fc.Arbitrary<Omit<Evidence, 'id'>> = fc.record({
  articleId: fc.constantFrom('a1', 'a2', 'a3', 'a4'),
  moment,
  withdrawn: fc.option(moment, { freq: 1 }),
  speaker: fc.constantFrom(null, 'Ines Calloway', 'Tobias Renn'),
  role: fc.constantFrom('studio', 'producer', 'director', 'director', 'actor', 'outlet'),
  stage: fc.constantFrom(null, ...STAGES),
  modality: fc.constantFrom(...MODALITIES),
  rule: fc.constantFrom('in-development', 'pages', 'nothing-set', 'greenlit'),
  saidOn: fc.constant(null),
  fresh: fc.constantFrom(true, true, true, false),
  recalled: fc.boolean(),
})

type Event =
  | { kind: 'said'; many: Omit<Evidence, 'id'>[] }
  | { kind: 'withdrawn'; pick: number; at: string | null }
  | { kind: 'gone'; pick: number }
  | { kind: 'step'; limit: number }

/** What happens to the statements, one thing after another. */
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('said'),
      many: fc.array(statement, { minLength: 1, maxLength: 12, size: 'max' }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('withdrawn'), pick, at: fc.option(moment) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gone'), pick }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('step'), limit: fc.integer({ min: 1, max: 30 }) }),
  },
)

function happen(shelf: Shelf, one: Event, nth: number): void {
  if (one.kind === 'step') shelf.step(one.limit)
  else shelf.becomes(changed(shelf.evidence, one, nth))
}

function changed(evidence: Evidence[], one: Exclude<Event, { kind: 'step' }>, nth: number) {
  if (one.kind === 'said')
    return [...evidence, ...one.many.map((each, i) => ({ ...each, id: `${nth}#${i}` }))]
  const picked = evidence[one.pick % (evidence.length || 1)]
  if (one.kind === 'gone') return evidence.filter((each) => each !== picked)
  return evidence.map((each) => (each === picked ? { ...each, withdrawn: one.at } : each))
}

test('in any order, cut into any steps, the history is that of the whole', () => {
  fc.assert(
    fc.property(
      fc.array(event, { minLength: 5, maxLength: 40, size: 'max' }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 25 }),
      (events, interval, limit) => {
        const shelf = new Shelf(interval)
        for (const [nth, one] of events.entries()) happen(shelf, one, nth)
        for (let steps = 0; shelf.work; steps++) {
          expect(steps).toBeLessThan(2000)
          shelf.step(limit)
        }
        expect(shelf.changes).toEqual(statusHistory(shelf.evidence))
      },
    ),
    { seed: 20261121, numRuns: 1000 },
  )
}, 30_000)
