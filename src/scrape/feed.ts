import type { Item } from './item.ts'
import { readFeedText } from './items/feed.ts'

export type { Item } from './item.ts'

/** A feed, read; an entry that cannot be read is told with its reason and the others go on. */
export type FeedReading =
  | { kind: 'items'; items: Item[]; unreadable: string[] }
  | { kind: 'broken'; reason: string }

/** Reads RSS, RDF, Atom or JSON Feed. Relative links are taken from the feed's own address. */
export function readFeed(text: string, feedUrl: string): FeedReading {
  return readFeedText(text, feedUrl, new Date())
}
