import { expect, test } from 'vitest'
import { dayIn, dueIssue, isoWeek, issueOfWeek, startOfDay } from '../src/week.ts'

const FRIDAY_NINE = { timeZone: 'Europe/Berlin', weekday: 5, hour: 9 }

function dueAt(at: string, schedule = FRIDAY_NINE) {
  const { id, moment, isWithinHour } = dueIssue(new Date(at), schedule)
  return { id, moment: moment.toISOString(), isWithinHour }
}

test('an issue is due at its hour in its time zone, in winter', () => {
  const due = { id: '2026-W47', moment: '2026-11-20T08:00:00.000Z', isWithinHour: true }
  expect(dueAt('2026-11-20T08:00:00Z')).toEqual(due)
  expect(dueAt('2026-11-20T08:59:59Z')).toEqual(due)
})

test('an issue is due an hour earlier by UTC in summer', () => {
  expect(dueAt('2026-07-17T07:00:00Z')).toEqual({
    id: '2026-W29',
    moment: '2026-07-17T07:00:00.000Z',
    isWithinHour: true,
  })
})

test('until the hour has come, the issue of the week before is the latest', () => {
  expect(dueAt('2026-11-20T07:59:59Z')).toEqual({
    id: '2026-W46',
    moment: '2026-11-13T08:00:00.000Z',
    isWithinHour: false,
  })
})

test('two hours late, the same issue is due, but not within its hour', () => {
  expect(dueAt('2026-11-20T10:00:00Z')).toMatchObject({ id: '2026-W47', isWithinHour: false })
})

test('an hour that the clocks skip is the hour after', () => {
  const inTheGap = { timeZone: 'Europe/Berlin', weekday: 7, hour: 2 }
  expect(dueAt('2026-03-29T01:00:00Z', inTheGap)).toEqual({
    id: '2026-W13',
    moment: '2026-03-29T01:00:00.000Z',
    isWithinHour: true,
  })
})

test('an hour that the clocks show twice is the first of the two, once', () => {
  const twice = { timeZone: 'Europe/Berlin', weekday: 7, hour: 2 }
  const due = { id: '2026-W43', moment: '2026-10-25T00:00:00.000Z' }
  expect(dueAt('2026-10-25T00:00:00Z', twice)).toEqual({ ...due, isWithinHour: true })
  expect(dueAt('2026-10-25T01:00:00Z', twice)).toEqual({ ...due, isWithinHour: false })
})

test('a zone far from UTC has its own day', () => {
  const auckland = { timeZone: 'Pacific/Auckland', weekday: 1, hour: 0 }
  expect(dueAt('2026-11-15T11:00:00Z', auckland)).toMatchObject({
    id: '2026-W47',
    moment: '2026-11-15T11:00:00.000Z',
  })
})

test('any hour of a year gives one issue a week, never one from the future', () => {
  const seen = new Map<string, string>()
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 5 * 3_600_000) {
    const { id, moment } = dueIssue(new Date(at), FRIDAY_NINE)
    expect(moment.getTime()).toBeLessThanOrEqual(at)
    expect(at - moment.getTime()).toBeLessThan((7 * 24 + 1) * 3_600_000)
    expect(seen.get(id) ?? moment.toISOString()).toBe(moment.toISOString())
    seen.set(id, moment.toISOString())
  }
  expect(seen.size).toBe(53)
})

test('ISO weeks belong to the year of their Thursday', () => {
  const weeks = ['2021-01-03', '2024-12-30', '2026-12-31', '2027-01-03', '2027-01-04']
  expect(weeks.map((day) => isoWeek(new Date(day)))).toEqual([
    '2020-W53',
    '2025-W01',
    '2026-W53',
    '2026-W53',
    '2027-W01',
  ])
})

test('a day begins at midnight of its zone, also where midnight is skipped; no day is none', () => {
  expect(startOfDay('2026-12-24', 'Europe/Berlin')?.toISOString()).toBe('2026-12-23T23:00:00.000Z')
  expect(startOfDay('2026-07-01', 'Pacific/Auckland')?.toISOString()).toBe(
    '2026-06-30T12:00:00.000Z',
  )
  // Clocks in Cairo went from 00:00 to 01:00 on this day.
  expect(startOfDay('2024-04-26', 'Africa/Cairo')?.toISOString()).toBe('2024-04-25T22:00:00.000Z')
  for (const none of ['', 'soon', '2026-02-30', '2026-13-01', '26-1-1', '2026-12-24T00:00']) {
    expect(startOfDay(none, 'UTC'), none).toBeNull()
  }
})

test('the issue of a week is known by its name, in winter and in summer time', () => {
  const at = (week: string) => issueOfWeek(week, FRIDAY_NINE)?.moment.toISOString()
  expect(at('2026-W47')).toBe('2026-11-20T08:00:00.000Z')
  expect(at('2023-W40')).toBe('2023-10-06T07:00:00.000Z')
  expect(at('2020-W53')).toBe('2021-01-01T08:00:00.000Z')
  for (const wrong of ['2021-W53', '2023-W00', '2023-W54', '2023-40', '', '2023-W4']) {
    expect(issueOfWeek(wrong, FRIDAY_NINE), wrong).toBeNull()
  }
})

test('the day of a change is the one that clocks in the zone show', () => {
  const late = new Date('2026-11-20T23:30:00Z')
  expect(dayIn('Europe/Berlin', late)).toBe('2026-11-21')
  expect(dayIn('UTC', late)).toBe('2026-11-20')
  expect(dayIn('America/Los_Angeles', late)).toBe('2026-11-20')
})
