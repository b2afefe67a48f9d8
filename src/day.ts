const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const YEAR_LENGTH = 4

/**
 * A day, month, year or moment as people write it: "14 March 2024", "March 2024", "2024". Of a
 * moment, the day that clocks in the zone show (IANA; UTC if not said otherwise).
 */
export function plainDate(iso: string, timeZone = 'UTC'): string {
  if (iso.length === YEAR_LENGTH) return iso
  const [, year, month = '', day] = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T.*Z)?)?$/.exec(iso) ?? []
  const isWritten = year !== undefined && (timeZone === 'UTC' || !iso.includes('T'))
  // Intl takes tens of microseconds, and a page has a hundred days that need no zone
  if (!isWritten) return dayInZone(iso, timeZone)
  return `${day ? `${Number(day)} ` : ''}${MONTHS[Number(month) - 1]} ${year}`
}

function dayInZone(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(new Date(iso))
}

const DAY_MS = 86_400_000

/** From one day or moment (ISO 8601, UTC) to a later one, in days of the calendar. */
export function calendarDays(from: string, until: string): number {
  return (Date.parse(until.slice(0, DAY_LENGTH)) - Date.parse(from.slice(0, DAY_LENGTH))) / DAY_MS
}

const DAY_LENGTH = '2026-01-01'.length
