const HOUR = 60 * 60 * 1000 // ms
const DAY = 24 * HOUR

/** When issues are due: weekday 1 (Monday) to 7 (Sunday) and hour, in an IANA time zone. */
export type Schedule = { timeZone: string; weekday: number; hour: number }

/** An issue that is due: its ISO week (`2026-W47`) and its moment. */
export type DueIssue = {
  id: string
  moment: Date
  /** Whether the asked time lies in the very hour of the issue. */
  isWithinHour: boolean
}

/**
 * The most recent issue hour at or before `at`. Where clocks go forward over the issue's hour, it
 * is the hour after; where they go back, the first of the two.
 */
export function dueIssue(at: Date, { timeZone, weekday, hour }: Schedule): DueIssue {
  const today = localDay(at, timeZone)
  const daysSince = (isoWeekday(today) - weekday + 7) % 7
  const latest = instantOf(new Date(today.getTime() - daysSince * DAY), hour, timeZone)
  const day = new Date(today.getTime() - (daysSince + (latest > at ? 7 : 0)) * DAY)
  const moment = latest > at ? instantOf(day, hour, timeZone) : latest
  return { id: isoWeek(day), moment, isWithinHour: at.getTime() - moment.getTime() < HOUR }
}

/** The ISO 8601 week of a UTC day: weeks start on Monday, the first one holds 4 January. */
export function isoWeek(day: Date): string {
  const thursday = new Date(day.getTime() + (4 - isoWeekday(day)) * DAY)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY))
  return `${year}-W${String(week).padStart(2, '0')}`
}

function isoWeekday(day: Date): number {
  return day.getUTCDay() || 7
}

/** The calendar day that clocks in the zone show, as midnight UTC of that day. */
function localDay(at: Date, timeZone: string): Date {
  const day = localTime(at, timeZone)
  return new Date(day - (day % DAY))
}

/** The moment at which clocks in the zone show this hour of this day. */
function instantOf(day: Date, hour: number, timeZone: string): Date {
  const wanted = day.getTime() + hour * HOUR
  const offset = (at: number) => localTime(new Date(at), timeZone) - at
  // The offset half a day either side; the two differ only where clocks change that day.
  const [before, after] = [offset(wanted - DAY), offset(wanted + DAY)]
  const first = wanted - before
  if (first + offset(first) === wanted) return new Date(first)
  const second = wanted - after
  if (second + offset(second) === wanted) return new Date(second)
  return new Date(first) // a skipped hour, read by the clock of before: the hour after
}

/** What clocks in the zone show, as if it were UTC, in ms. */
function localTime(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const time = [part('hour'), part('minute'), part('second')] as const
  return Date.UTC(part('year'), part('month') - 1, part('day'), ...time)
}
