import { momentOf } from '../extract/moment.ts'
import { findMoment } from '../extract/text-dates.ts'

const DAY = 86_400_000 // milliseconds
const LONGEST = 100 // characters of a date
const FARTHEST = 15 * 60 // minutes from Greenwich that a zone can be

/**
 * Hours east of Greenwich of zones that feeds name: those of RFC 822, 5.1 first. Of names that
 * several zones share, the one that news sites of the language of this table use.
 */
const ZONES = new Map(
  `EDT -4, EST -5, CDT -5, CST -6, MDT -6, MST -7, PDT -7, PST -8, GMT 0, UT 0, UTC 0, Z 0,
   ET -5, PT -8, AKDT -8, AKST -9, HST -10, ADT -3, AST -4, BRT -3, WET 0, WEST 1, BST 1, CET 1,
   CEST 2, MEZ 1, MESZ 2, MEST 2, EET 2, EEST 3, SAST 2, MSK 3, IST 5.5, SGT 8, HKT 8, AWST 8,
   JST 9, KST 9, ACST 9.5, ACDT 10.5, AEST 10, AEDT 11, NZST 12, NZDT 13`
    .split(/,\s+/)
    .map((entry): [string, number] => [entry.replace(/ .*/, ''), Number(entry.replace(/.* /, ''))]),
)
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const EPOCH = /^(\d{10})(?:\d{3})?(?:\.\d+)?$/
const YEAR_FIRST = /^(\d{4})(?:[-/.](\d{1,2})[-/.]|-?(\d{2})-?)(\d{1,2})(?=\D|$)/
const DAY_NAMED =
  /(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of )?([a-z]{3,9})[\s.,-]+(\d{4}|\d{2})(?![\d:])/i
const MONTH_NAMED = /(?:^|[\s,])([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?![\d:])/i
const ASCTIME = /([a-z]{3,9})\s(\d{1,2})\s[\d:]{4,8}\s(?:[a-z]{1,5}\s|[+-]\d{4}\s)?(\d{4})(?!\d)/i
const NUMBERS = /^(?:[a-z]+,? )?(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/i
const CLOCK = /(?:^|[T\s,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?(?!\d)/
const COMPACT_CLOCK = /^\d{8}T(\d{2})(\d{2})(\d{2})?/
const HALF = /^\s?([ap])\.?m\b\.?/i
const ZONE = /^\s?(?:(?:GMT|UTC|UT)?\s?([+-])(\d{1,2}):?(\d{2})?(?!\d)|([A-Z]{1,5})(?![a-z]))/i

/**
 * The moment of an item as ISO 8601 UTC, from a date of any form: RFC 822 and its relatives, W3C-DTF,
 * asctime, seconds since 1970, free text. Without a zone it is taken as UTC. Null for what is no date,
 * for one more than a day ahead of `now`, and for one before the web (1970 and the year 1 stand for
 * "no date"): those are mistakes of a server.
 */
export function itemMoment(text: string | undefined, now: Date): string | null {
  const iso = text === undefined ? null : read(text)
  return iso === null || Date.parse(iso) > now.getTime() + DAY ? null : iso
}

function read(text: string): string | null {
  const line = text
    .slice(0, LONGEST)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const seconds = EPOCH.exec(line)?.[1]
  if (seconds) return new Date(Number(seconds) * 1000).toISOString()
  const day = dayIn(line)
  if (!day) return NUMBERS.test(line) ? null : (findMoment(line)?.iso ?? null)
  const { clock, milliseconds, rest } = clockIn(line)
  const moment = momentOf(day, clock, zoneOf(rest))
  return moment && new Date(Date.parse(moment.iso) + milliseconds).toISOString()
}

function dayIn(line: string): [number, number, number] | null {
  const iso = YEAR_FIRST.exec(line)
  if (iso) return [Number(iso[1]), Number(iso[2] ?? iso[3]), Number(iso[4])]
  const named = DAY_NAMED.exec(line)
  if (named) return dayOf(named[3], named[2], named[1])
  const month = MONTH_NAMED.exec(line) ?? ASCTIME.exec(line)
  if (month) return dayOf(month[3], month[1], month[2])
  return numbersIn(line)
}

function dayOf(year = '', month = '', day = ''): [number, number, number] | null {
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase())
  if (at < 0) return null
  const short = Number(year) < 70 ? 2000 : 1900 // RFC 2822, 4.3, and later years of this century
  return [year.length === 2 ? short + Number(year) : Number(year), at + 1, Number(day)]
}

/** 3/2/2026 is a day of March or of February: only what can be told is read. */
function numbersIn(line: string): [number, number, number] | null {
  const [, one = '', sign, two = '', year] = NUMBERS.exec(line) ?? []
  if (!year) return null
  const isUsual = sign !== '/' || Number(one) > 12
  if (isUsual) return [Number(year), Number(two), Number(one)]
  const isAmerican = Number(two) > 12 || /\d\s?[ap]m\b/i.test(line)
  return isAmerican ? [Number(year), Number(one), Number(two)] : null
}

type Clock = { clock: [number, number, number]; milliseconds: number; rest: string }

function clockIn(line: string): Clock {
  const found = COMPACT_CLOCK.exec(line) ?? CLOCK.exec(line)
  if (!found) return { clock: [0, 0, 0], milliseconds: 0, rest: '' }
  const [hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => Number(part ?? 0))
  const behind = line.slice(found.index + found[0].length)
  const half = HALF.exec(behind)
  const isLate = half?.[1]?.toLowerCase() === 'p'
  const hour24 = half ? (hour % 12) + (isLate ? 12 : 0) : hour
  return {
    clock: [hour24, minute, second],
    milliseconds: Number((found[4] ?? '').padEnd(3, '0')),
    rest: behind.slice(half?.[0].length ?? 0),
  }
}

/** As `+01:00`; undefined for none, and for a name that nobody knows. */
function zoneOf(rest: string): string | undefined {
  const [, sign, hours = '', minutes = '', name = ''] = ZONE.exec(rest) ?? []
  const known = ZONES.get(name.toUpperCase())
  const away = sign ? Number(hours) * 60 + Number(minutes) : Math.abs(known ?? Number.NaN) * 60
  if (Number.isNaN(away) || away > FARTHEST) return undefined
  const two = (part: number) => String(part).padStart(2, '0')
  const side = sign ?? ((known ?? 0) < 0 ? '-' : '+')
  return `${side}${two(Math.floor(away / 60))}:${two(away % 60)}`
}
