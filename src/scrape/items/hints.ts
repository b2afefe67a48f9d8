import type { Hints } from '../../db/sources.ts'
import type { Fields } from './fields.ts'
import { unwrap } from './markup.ts'

const LONGEST_TTL = 7 * 24 * 3600 // seconds; what asks for more is a mistake
const PERIODS: Partial<Record<string, number>> = {
  hourly: 3600,
  daily: 24 * 3600,
  weekly: 7 * 24 * 3600,
}
const DAYS = /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$/i

/**
 * What a feed asks of its readers: RSS 2.0 `ttl` (minutes), `skipHours` and `skipDays`; where there is
 * no `ttl`, the syndication module's `updatePeriod` and `updateFrequency`; Atom's `next` page (RFC 5005).
 */
export function hintsOf(fields: Fields, base: string): Hints {
  const ttlSeconds = ttlOf(fields) ?? periodOf(fields)
  const skipHours = listOf(fields, 'skiphours')
    .map(Number)
    .filter(isHour)
    .map((hour) => hour % 24)
  const skipDays = listOf(fields, 'skipdays').filter((day) => DAYS.test(day))
  const more = nextOf(fields, base)
  return {
    ...(ttlSeconds ? { ttlSeconds: Math.min(ttlSeconds, LONGEST_TTL) } : {}),
    ...(skipHours.length > 0 ? { skipHours } : {}),
    ...(skipDays.length > 0 ? { skipDays } : {}),
    ...(more ? { more: [more] } : {}),
  }
}

function ttlOf(fields: Fields): number | null {
  const minutes = Number(textOf(fields, 'ttl'))
  return minutes > 0 ? minutes * 60 : null
}

/** Monthly and yearly are not believed: nobody keeps to them. */
function periodOf(fields: Fields): number | null {
  const seconds = PERIODS[textOf(fields, 'sy:updateperiod').toLowerCase()]
  const times = Number(textOf(fields, 'sy:updatefrequency') || 1)
  return seconds && times > 0 ? Math.round(seconds / times) : null
}

function listOf(fields: Fields, name: string): string[] {
  const nodes = fields.all([name]).flatMap(({ children }) => children)
  return nodes.map(({ markup }) => unwrap(markup).trim()).filter((text) => text !== '')
}

/** RSS 0.91 counts hours to 24, RSS 2.0 from 0. */
function isHour(hour: number): boolean {
  return Number.isInteger(hour) && hour >= 0 && hour <= 24
}

function nextOf(fields: Fields, base: string): string | null {
  const links = fields.all(['link', 'atom:link'])
  const href = links.find(({ attributes }) => attributes.rel === 'next')?.attributes.href
  return href === undefined ? null : (URL.parse(href, base)?.href ?? null)
}

function textOf(fields: Fields, name: string): string {
  const [node] = fields.all([name])
  return node ? unwrap(node.markup).trim() : ''
}
