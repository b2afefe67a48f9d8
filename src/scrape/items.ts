import type { Source } from '../source.ts'
import type { ItemsReading } from './item.ts'
import { decodeXml } from './items/decode.ts'
import { readFeedText } from './items/feed.ts'
import { unpack } from './items/unpack.ts'

/** What a source answered: the address that did, and its body as it came. */
export type SourceAnswer = { url: string; contentType: string | null; body: Uint8Array }

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
      return readFeedText(text, url, now)
  }
}
