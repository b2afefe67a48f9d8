import { rss } from '../scrape/web.ts'
import { HOUR, START } from './clock.ts'
import type { Site, Visit } from './web.ts'

/** An RSS feed of these titles, each with an address of its own. */
export function feedOf(titles: string[], extra = ''): string {
  const items = titles.map((title) => ({
    link: `/${encodeURIComponent(title)}`,
    title,
    date: new Date(START).toUTCString(),
  }))
  return rss(items).replace('<title>News</title>', `<title>News</title>${extra}`)
}

/** What a feed is at an hour: something new comes every so many hours, with its validators. */
export function edition(visit: Visit, every: number) {
  const number = Math.floor((visit.at - START) / HOUR / every)
  const etag = `W/"issue ${number}"`
  const lastModified = new Date(START + number * every * HOUR).toUTCString()
  const titles = [3, 2, 1, 0].map((back) => `Another film, part ${number - back}`)
  return { number, etag, lastModified, titles, headers: { etag, 'last-modified': lastModified } }
}

/** A well-kept feed with something new every so many hours; it knows conditional requests. */
export function paper(every: number, headers: Record<string, string> = {}, extra = ''): Site {
  return (visit) => {
    const { etag, titles, headers: validators } = edition(visit, every)
    const init = { headers: { ...validators, ...headers } }
    if (visit.headers.get('if-none-match') === etag)
      return new Response(null, { ...init, status: 304 })
    return new Response(feedOf(titles, extra), init)
  }
}

/** A site that first behaves by one script, and from a moment on by the next. */
export function changing(first: Site, hours: number, next: Site): Site {
  return (visit) => (visit.at - START < hours * HOUR ? first(visit) : next(visit))
}

/** The same answer to whoever asks. */
export function always(body: string | null, init?: ResponseInit): Site {
  return () => new Response(body, init)
}

export function isConditional({ headers }: Visit): boolean {
  return headers.has('if-none-match') || headers.has('if-modified-since')
}

/** Hours between each two visits. */
export function gaps(visits: Visit[]): number[] {
  return visits.slice(1).map((visit, at) => (visit.at - (visits[at]?.at ?? 0)) / HOUR)
}

/** A number for people: at most two decimals. */
export function few(value: number): string {
  return String(Math.round(value * 100) / 100)
}
