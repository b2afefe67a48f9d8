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
  const clock = clockOf(timeZone)
  const shown = clock(at.getTime())
  const today = shown - (shown % DAY)
  const latestDay = today - ((isoWeekday(today) - weekday + 7) % 7) * DAY
  const latest = instantOf(latestDay + hour * HOUR, clock)
  const day = latest > at.getTime() ? latestDay - 7 * DAY : latestDay
  const moment = instantOf(day + hour * HOUR, clock)
  return {
    id: isoWeek(new Date(day)),
    moment: new Date(moment),
    isWithinHour: at.getTime() - moment < HOUR,
  }
}

/** The issue of an ISO week, `2023-W40`; null where the text names none. */
export function issueOfWeek(week: string, schedule: Schedule): DueIssue | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  const january4 = Date.UTC(Number(year), 0, 4)
  const monday = january4 + (Number(number) * 7 - 6 - isoWeekday(january4)) * DAY
  if (!year || isoWeek(new Date(monday)) !== week) return null
  const { timeZone, weekday, hour } = schedule
  const moment = instantOf(monday + (weekday - 1) * DAY + hour * HOUR, clockOf(timeZone))
  return { id: week, moment: new Date(moment), isWithinHour: false }
}

/** The day that clocks in a zone show at a moment, `2026-11-21`. */
export function dayIn(timeZone: string, at: Date): string {
  return new Date(clockOf(timeZone)(at.getTime())).toISOString().slice(0, 10)
}

/** The moment at which a day, `2026-12-24`, begins in a zone; null where it is no day. */
export function startOfDay(day: string, timeZone: string): Date | null {
  const shown = Date.parse(`${day}T00:00:00Z`)
  // read back, because 30 February is read as 2 March
  if (Number.isNaN(shown) || new Date(shown).toISOString().slice(0, 10) !== day) return null
  return new Date(instantOf(shown, clockOf(timeZone)))
}

/** The ISO 8601 week of a UTC day: weeks start on Monday, the first one holds 4 January. */
export function isoWeek(day: Date): string {
  const thursday = new Date(day.getTime() + (4 - isoWeekday(day.getTime())) * DAY)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY))
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** What clocks in a zone show at a moment; both in ms, the clocks' as if it were UTC. */
type Clock = (at: number) => number

/** The moment at which the clock shows this time. */
function instantOf(shown: number, clock: Clock): number {
  // Offsets of a day before and after: they differ only where clocks change in between.
  const offsets = [shown - DAY, shown + DAY].map((at) => clock(at) - at)
  const [first = shown, second = shown] = offsets.map((offset) => shown - offset)
  if (clock(first) === shown) return first
  if (clock(second) === shown) return second
  return first // a skipped hour, read by the clock of before: the hour after
}

function isoWeekday(day: number): number {
  return new Date(day).getUTCDay() || 7
}

function clockOf(timeZone: string): Clock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (at) => {
    const parts = format.formatToParts(at)
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
    const time = [part('hour'), part('minute'), part('second')] as const
    return Date.UTC(part('year'), part('month') - 1, part('day'), ...time)
  }
}
