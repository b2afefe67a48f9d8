import { pageAddress, type Source } from '../source.ts'
import { NEWS_APIS } from './news-api.ts'

/** Where a look at a source asks: its first page, or the API's newest. */
export function lookAddress(source: Source): string {
  switch (source.kind) {
    case 'feed':
    case 'sitemap':
      return source.url
    case 'search':
    case 'listing':
      return pageAddress(source.url, source.firstPage)
    case 'news-api':
      return NEWS_APIS[source.api].requestUrl(source, null)
  }
}

/** The step with which a history begins that is wanted from a day on. */
export function firstStep(source: Source, from: string | null): number {
  if (source.kind !== 'news-api' || from === null) return 0
  const [first, wanted] = [NEWS_APIS[source.api].since, from].map(monthNumber)
  return Math.max((wanted ?? 0) - (first ?? 0), 0)
}

function monthNumber(day: string): number {
  const [year, month] = day.split('-')
  return Number(year) * 12 + Number(month)
}

/**
 * Where step 0, 1, 2, … of reading a source's history asks, oldest first where the source can. Null
 * where the history ends, or where a source of this kind has none. Pages end before that: with one
 * that answers 404, or that shows no item which was not there before.
 */
export function historyAddress(source: Source, step: number, now: Date): string | null {
  switch (source.kind) {
    case 'feed':
    case 'sitemap':
      return null
    case 'search':
      return pageAddress(source.oldestFirst ?? source.url, source.firstPage + step)
    case 'listing': {
      const address = pageAddress(source.url, source.firstPage + step)
      return address === source.url && step > 0 ? null : address
    }
    case 'news-api': {
      const api = NEWS_APIS[source.api]
      const month = monthAfter(api.since, step)
      return month > now.toISOString().slice(0, 7) ? null : api.requestUrl(source, month)
    }
  }
}

function monthAfter(month: string, step: number): string {
  const first = new Date(`${month}-01T00:00:00Z`)
  return new Date(first.setUTCMonth(first.getUTCMonth() + step)).toISOString().slice(0, 7)
}
