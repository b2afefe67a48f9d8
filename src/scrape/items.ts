import type { Source } from '../source.ts'
import type { ItemsReading } from './item.ts'
import { decodeXml } from './items/decode.ts'
import { itemsOf } from './items/draft.ts'
import { readFeedText } from './items/feed.ts'
import { readListing } from './items/listing.ts'
import { rootOf } from './items/root.ts'
import { readSitemap } from './items/sitemap.ts'
import { unpack } from './items/unpack.ts'
import { NEWS_APIS } from './news-api.ts'

/** What a source answered: the address that did, and its body as it came. */
type SourceAnswer = { url: string; contentType: string | null; body: Uint8Array }

/**
 * Reads what a source shows, by its kind. Never throws. Dates more than a day ahead of `now` are
 * dropped. A feed that became a page, or a test whether we are human, is broken and says so; a feed
 * without entries is none the less a feed.
 */
export async function readItems(
  source: Source,
  { url, contentType, body }: SourceAnswer,
  now: Date,
): Promise<ItemsReading> {
  const unpacked = await unpack(body)
  if (unpacked === 'too large') return { kind: 'broken', reason: 'it unpacks to more than 5 MB' }
  if (unpacked === 'corrupt') return { kind: 'broken', reason: 'its gzip cannot be unpacked' }
  return readText(source, decodeXml(unpacked, contentType), url, now)
}

function readText(source: Source, text: string, url: string, now: Date): ItemsReading {
  switch (source.kind) {
    case 'feed':
      return withoutMore(readFeedText(text, url, now))
    case 'search':
      return readFeedText(text, url, now)
    case 'sitemap':
      return readSitemap(text, url, now, source)
    case 'listing':
      return readListing(text, url, now, source.select)
    case 'news-api':
      return readNewsApi(source.api, text, now)
  }
}

/** A feed's older pages are no news: only a search's are history that somebody asked for. */
function withoutMore(reading: ItemsReading): ItemsReading {
  if (reading.kind === 'broken') return reading
  const { more: _older, ...hints } = reading.hints
  return { ...reading, hints }
}

function readNewsApi(api: keyof typeof NEWS_APIS, text: string, now: Date): ItemsReading {
  const drafts = NEWS_APIS[api].read(text)
  if (typeof drafts === 'string') {
    const root = rootOf(text)
    if (root.kind === 'none' && root.looksLike) return { ...root, kind: 'broken' }
    return { kind: 'broken', reason: `${api} says: ${drafts}` }
  }
  return { kind: 'items', ...itemsOf(drafts, now), hints: {} }
}
