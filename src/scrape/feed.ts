import { parseFeed } from 'feedsmith'
import { canonicalUrl } from '../url.ts'
import { lineOf, paragraphsOf } from './plain-text.ts'

/** What a source shows of an article. */
export type Item = {
  url: string
  title: string
  /** ISO 8601 UTC; null where the feed gives none. */
  published: string | null
  /** The text that the feed carries, summary or whole, paragraphs parted by a blank line. */
  text: string
}

/** A feed, read; an entry that cannot be read is told with its reason and the others go on. */
export type FeedReading =
  | { kind: 'items'; items: Item[]; unreadable: string[] }
  | { kind: 'broken'; reason: string }

type Draft = {
  url?: string | undefined
  title?: string | undefined
  date?: unknown
  html?: string | undefined
}
type Parsed = ReturnType<typeof parseFeed>

/** Reads RSS, RDF, Atom or JSON Feed. Relative links are taken from the feed's own address. */
export function readFeed(text: string, feedUrl: string): FeedReading {
  let parsed: Parsed
  try {
    parsed = parseFeed(text.trimStart())
  } catch (error) {
    return { kind: 'broken', reason: `no feed: ${error instanceof Error ? error.message : error}` }
  }
  const items: Item[] = []
  const unreadable: string[] = []
  for (const draft of draftsOf(parsed)) {
    const item = itemOf(draft, feedUrl)
    if (typeof item === 'string') unreadable.push(item)
    else items.push(item)
  }
  return { kind: 'items', items, unreadable }
}

function itemOf(draft: Draft, feedUrl: string): Item | string {
  const title = lineOf(draft.title ?? '')
  const url = draft.url ? canonicalUrl(draft.url.trim(), feedUrl) : null
  if (!url) return `no link: ${title || 'an entry without title'}`
  return {
    url,
    title,
    published: isoTime(draft.date),
    text: paragraphsOf(draft.html ?? '').join('\n\n'),
  }
}

function isoTime(date: unknown): string | null {
  const time = typeof date === 'string' ? Date.parse(date) : Number.NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function draftsOf(parsed: Parsed): Draft[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        url: item.link ?? item.guid?.value,
        title: item.title,
        date: item.pubDate ?? item.dc?.dates?.[0],
        html: item.content?.encoded ?? item.description,
      }))
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        url: item.link ?? item.rdf?.about,
        title: item.title,
        date: item.dc?.dates?.[0],
        html: item.content?.encoded ?? item.description,
      }))
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        url: (entry.links?.find(({ rel }) => !rel || rel === 'alternate') ?? entry.links?.[0])
          ?.href,
        title: entry.title?.value,
        date: entry.published ?? entry.updated,
        html: entry.content?.value ?? entry.summary?.value,
      }))
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        url: item.url ?? item.external_url,
        title: item.title,
        date: item.date_published ?? item.date_modified,
        html: item.content_html ?? item.content_text ?? item.summary,
      }))
  }
}
