import { expect, test } from 'vitest'
import type { PublicStatement } from '../../src/db/public/statement.ts'
import type { StatusThen } from '../../src/db/public/status-then.ts'
import { marksOf, plotOf } from '../../src/routes/site/timeline.marks.ts'
import { initials } from '../../src/routes/site/timeline.tsx'
import { ago, before, counted, lasting } from '../../src/routes/site/words.ts'
import { surenessOf } from '../../src/status/sureness.ts'

const MARK = 20 // pixels across, on a phone as well
const NAME = 18 // pixels below its line that a stage's name takes

function said(fields: Partial<PublicStatement> = {}): PublicStatement {
  return {
    id: 'a#0',
    speaker: 'Ines Quarrie',
    role: 'director',
    quote: 'We work on it',
    evidence: '',
    givenTo: 'North Weekly',
    saidOn: null,
    stage: 'development',
    modality: 'fact',
    rule: 'x',
    recalled: false,
    fresh: true,
    moment: '2025-05-10T08:00:00Z',
    storyId: 's',
    quotation: null,
    article: {
      id: 'a',
      outlet: 'North',
      title: 'T',
      url: 'https://north.example/',
      published: null,
    },
    ...fields,
  }
}

function status(because: PublicStatement[], quietSince: string | null = null): StatusThen {
  return {
    stage: 'development',
    since: '2025-05-10T08:00:00Z',
    because,
    isOnRecord: true,
    confirmed: null,
    quietSince,
    lastWord: null,
    counts: { articles: 1, duplicates: 0, stories: 1, lastReadAt: null, changedAt: null },
  }
}

test('two people to two outlets make sure, one person does not, a studio does', () => {
  const producer = said({ id: 'b#0', speaker: 'Abel Thorne', role: 'producer', givenTo: 'South' })
  expect(surenessOf(status([said()]), []).level).toBe(2)
  expect(surenessOf(status([said()]), [said({ givenTo: 'South' })]).level).toBe(2)
  expect(surenessOf(status([said()]), [producer])).toMatchObject({
    level: 3,
    why: 'Ines Quarrie and Abel Thorne on record, heard by 2 outlets.',
  })
  expect(surenessOf(status([said({ role: 'studio' })]), []).level).toBe(3)
})

test('hearsay is not sure, denials and older words add nothing, silence takes away', () => {
  const insider = said({ speaker: null, role: 'insider' })
  expect(surenessOf(status([insider]), []).level).toBe(1)
  const other = { speaker: 'Abel Thorne', role: 'producer', givenTo: 'South' } as const
  const denial = said({ ...other, modality: 'denial' })
  const older = said({ ...other, moment: '2024-01-01T00:00:00Z' })
  expect(surenessOf(status([said()]), [denial, older]).level).toBe(2)
  const silent = surenessOf(status([said()], '2023-01-01T00:00:00Z'), [said(other)])
  expect(silent.level).toBe(1)
  expect(silent.why).toContain('nobody has spoken for more than a year')
  expect(surenessOf({ ...status([]), stage: null }, []).level).toBe(0)
})

test('marks stand at their day and stage, and those of one day above each other', () => {
  const marks = marksOf([
    said({ saidOn: '2024-01-01' }),
    said({ id: 'b#0', saidOn: '2024-01-01' }),
    said({ id: 'c#0', saidOn: '2025-01-01', stage: 'talks', modality: 'denial' }),
    said({ id: 'd#0', stage: null }),
  ])
  expect(marks.map(({ id, isDenial }) => [id, isDenial])).toEqual([
    ['a#0', false],
    ['b#0', false],
    ['c#0', true],
  ])
  const plot = plotOf(
    [{ from: '2024-01-01T00:00:00Z', stage: 'development' }],
    marks,
    new Date('2026-01-01T00:00:00Z'),
  )
  const [first, second, third] = plot.marks
  expect(first?.x).toBe(second?.x)
  expect(first?.y).toBeGreaterThan(second?.y ?? 0)
  expect(third?.y).toBeGreaterThan(first?.y ?? 0)
  expect(third?.x).toBeGreaterThan(first?.x ?? 0)
  expect(plot.rungs.map(({ stage }) => stage)).toEqual([
    'rumored',
    'talks',
    'development',
    'greenlit',
  ])
})

test('marks of a crowded week hide neither each other nor the name of a stage', () => {
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    said({ id: `${day}#0`, saidOn: `2024-03-0${day}`, stage: 'talks' }),
  )
  const steps = [{ from: '2020-01-01T00:00:00Z', stage: 'talks' as const }]
  const { marks, rungs } = plotOf(steps, marksOf(week), new Date('2026-01-01T00:00:00Z'))
  const heights = marks.map(({ y }) => y).toSorted((one, other) => one - other)
  for (const [nth, y] of heights.slice(1).entries()) {
    expect(y - (heights[nth] ?? 0)).toBeGreaterThan(MARK)
  }
  const above = rungs.find(({ stage }) => stage === 'development')
  expect((heights[0] ?? 0) - MARK / 2 - (above?.y ?? 0)).toBeGreaterThan(NAME)
})

test('what is only handed on has no day of its own; what is quoted or dated has', () => {
  const marks = marksOf([
    said({ id: 'quoted#0' }),
    said({ id: 'told#0', quote: null }),
    said({ id: 'dated#0', quote: null, saidOn: '2024-05' }),
    said({ id: 'recalled#0', recalled: true }),
  ])
  const dated = marks.filter(({ isDated }) => isDated).map(({ id }) => id)
  expect(dated.toSorted()).toEqual(['dated#0', 'quoted#0'])
})

test('words for numbers and time are as people say them', () => {
  const now = new Date('2026-03-02T10:00:00Z')
  expect([counted(1, 'story'), counted(2, 'story'), counted(3, 'day')]).toEqual([
    '1 story',
    '2 stories',
    '3 days',
  ])
  expect(ago('2026-03-02', now)).toBe('today')
  expect(ago('2026-03-01T23:30:00Z', now)).toBe('yesterday')
  expect(before('2026-02-20', now)).toBe('10 days before')
  expect(lasting('2026-02-20', now)).toBe('for 10 days')
  expect([initials('Ines de la Quarrie'), initials('Ólafur')]).toEqual(['IQ', 'Ó'])
})
