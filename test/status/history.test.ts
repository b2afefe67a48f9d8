import { expect, test } from 'vitest'
import type { Evidence } from '../../src/status/evidence.ts'
import { statusHistory } from '../../src/status/history.ts'
import { statusAt } from './status-at.ts'

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
