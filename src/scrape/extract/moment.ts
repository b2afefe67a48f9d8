/** A moment that a page states. `hasZone` is false where UTC had to be assumed. */
export type Moment = { iso: string; hasZone: boolean }

const ZONE = '(Z|UTC|GMT|[+-]\\d{2}:?(?:\\d{2})?)?'
const TIME = `(?:[T ,]{1,3}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?`
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME} ?${ZONE}`, 'i')
const DAY_FIRST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${TIME} ?${ZONE}`, 'i')
const ENGLISH =
  /^(?:[A-Z][a-z]{2,8},? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4}/
const EPOCH = /^1\d{9}(?:\d{3})?$/
const FIRST_YEAR = 1990 // before it, no page was published
const LAST_YEAR = 2100

/** Reads a date as machines and English pages write it; null for what is no date. */
export function parseMoment(text: string): Moment | null {
  const trimmed = text.slice(0, 100).trim()
  if (EPOCH.test(trimmed)) {
    const stamp = Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)
    return { iso: new Date(stamp).toISOString(), hasZone: true }
  }
  const yearFirst = YEAR_FIRST.exec(trimmed)?.slice(1)
  if (yearFirst) return fromParts(yearFirst.slice(0, 3), yearFirst.slice(3))
  const dayFirst = DAY_FIRST.exec(trimmed)?.slice(1)
  if (dayFirst) return fromParts(dayFirst.slice(0, 3).reverse(), dayFirst.slice(3))
  return ENGLISH.test(trimmed) ? fromEnglish(trimmed) : null
}

/** A moment from year, month, day and hour, minute, second; null if there is no such day or time. */
export function momentOf(
  [year, month, date]: [number, number, number],
  [hour, minute, second]: [number, number, number],
  zone: string | undefined,
): Moment | null {
  const midnight = new Date(Date.UTC(year, month - 1, date))
  if (!isPlausible(year) || month < 1 || month > 12 || midnight.getUTCDate() !== date) return null
  if (hour > 24 || minute > 59 || second > 60) return null
  const clock = Date.UTC(year, month - 1, date, hour, minute, second) - offsetOf(zone) * 60_000
  return { iso: new Date(clock).toISOString(), hasZone: zone !== undefined }
}

function fromParts(day: (string | undefined)[], time: (string | undefined)[]): Moment | null {
  const [year = 0, month = 0, date = 0] = day.map(Number)
  const [hour = 0, minute = 0, second = 0] = time.slice(0, 3).map((part) => Number(part ?? 0))
  return momentOf([year, month, date], [hour, minute, second], time[3])
}

/** Minutes east of Greenwich. */
function offsetOf(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '')
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}

function fromEnglish(text: string): Moment | null {
  const hasZone = /(?:Z|GMT|UTC|[ECMP][SD]T|[+-]\d{2}:?\d{2})\)?$/.test(text)
  const stamp = Date.parse(hasZone ? text : `${text} UTC`)
  if (Number.isNaN(stamp)) return null
  const moment = new Date(stamp)
  return isPlausible(moment.getUTCFullYear()) ? { iso: moment.toISOString(), hasZone } : null
}

function isPlausible(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR
}
