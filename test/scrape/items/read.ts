import type { ItemsReading } from '../../../src/scrape/item.ts'
import { readItems } from '../../../src/scrape/items.ts'
import { parseSources, type Source } from '../../../src/source.ts'

export const FEED_URL = 'https://news.example/feed/'
export const NOW = new Date('2026-03-10T12:00:00Z')

/** A source of the fictional News, with whatever its kind needs. */
export function sourceOf(entry: object): Source {
  const [source] = parseSources([
    { id: 'news', outlet: 'News', url: FEED_URL, home: 'https://news.example/', ...entry },
  ])
  if (!source) throw new Error('no source')
  return source
}

/** Reads what the News answered: text is sent as UTF-8. */
export async function read(
  body: string | Uint8Array,
  { contentType = null, ...entry }: { contentType?: string | null; [field: string]: unknown } = {},
): Promise<ItemsReading> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return await readItems(sourceOf(entry), { url: FEED_URL, contentType, body: bytes }, NOW)
}

/** The items of what the News answered; fails where it is broken. */
export async function itemsIn(...args: Parameters<typeof read>) {
  const reading = await read(...args)
  if (reading.kind === 'broken') throw new Error(reading.reason)
  return reading.items
}

/** An RSS feed with this inside of its channel. */
export function rss(inside: string, attributes = ''): string {
  return `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>News</title>${inside}</channel></rss>`
}

/** An Atom feed with these entries. */
export function atom(entries: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>News</title>${entries}</feed>`
}
