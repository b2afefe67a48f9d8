import { textOf } from './json-ld.ts'
import { allOf } from './meta.ts'
import type { State } from './state.ts'
import type { El } from './tree.ts'

/** A moment that a page states. `hasZone` is false where UTC had to be assumed. */
export type Moment = { iso: string; hasZone: boolean }

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'cxenseparse:publishtime',
  'cxenseparse:recs:publishtime',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'date',
]
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
]

const YEAR_FIRST =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)? ?(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?/i
const DAY_FIRST =
  /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?)? ?(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?/i
const ENGLISH =
  /^(?:[A-Z][a-z]{2,8},? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4}/
const EPOCH = /^1\d{9}(?:\d{3})?$/
const FIRST_YEAR = 1990 // before it, no page was published
const LAST_YEAR = 2100

export function readPublished(state: State, times: El[]): Moment | null {
  const stated = [textOf(state.article?.datePublished), textOf(state.article?.dateCreated)]
  const marked = times.filter((el) => itemprops(el).includes('datepublished'))
  return firstMoment([
    ...stated.slice(0, 1),
    ...allOf(state.meta, PUBLISHED_META),
    ...marked.map(momentText),
    ...stated.slice(1),
    ...times.map(momentText),
  ])
}

export function readModified(state: State, times: El[]): Moment | null {
  const marked = times.filter((el) => itemprops(el).includes('datemodified'))
  return firstMoment([
    textOf(state.article?.dateModified),
    ...allOf(state.meta, MODIFIED_META),
    ...marked.map(momentText),
  ])
}

function firstMoment(texts: (string | null)[]): Moment | null {
  for (const text of texts) {
    const moment = text ? parseMoment(text) : null
    if (moment) return moment
  }
  return null
}

function itemprops(el: El): string[] {
  return (el.attribs.itemprop ?? '').toLowerCase().split(' ')
}

function momentText({ attribs }: El): string | null {
  return attribs.datetime ?? attribs.content ?? null
}

/** Reads a date as machines and English pages write it; null for what is no date. */
export function parseMoment(text: string): Moment | null {
  const trimmed = text.slice(0, 100).trim()
  if (EPOCH.test(trimmed)) {
    const stamp = Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)
    return { iso: new Date(stamp).toISOString(), hasZone: true }
  }
  const yearFirst = YEAR_FIRST.exec(trimmed)
  if (yearFirst) return fromParts(yearFirst.slice(1, 4), yearFirst.slice(4))
  const dayFirst = DAY_FIRST.exec(trimmed)
  if (dayFirst) return fromParts(dayFirst.slice(1, 4).reverse(), dayFirst.slice(4))
  return ENGLISH.test(trimmed) ? fromEnglish(trimmed) : null
}

function fromParts(day: string[], time: (string | undefined)[]): Moment | null {
  const [year = 0, month = 0, date = 0] = day.map(Number)
  const [hour = '0', minute = '0', second = '0', zone] = time
  const clock = Date.UTC(year, month - 1, date, Number(hour), Number(minute), Number(second))
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null
  if (new Date(Date.UTC(year, month - 1, date)).getUTCDate() !== date || Number(hour) > 24)
    return null
  return {
    iso: new Date(clock - offsetOf(zone) * 60_000).toISOString(),
    hasZone: zone !== undefined,
  }
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
  const year = moment.getUTCFullYear()
  return year < FIRST_YEAR || year > LAST_YEAR ? null : { iso: moment.toISOString(), hasZone }
}
