import { cutAt } from './chunks.ts'
import { itemsOf, type Reading } from './draft.ts'
import { creditsOf, readEntry } from './entry.ts'
import { FIELDS, Fields, type Frame } from './fields.ts'
import { hintsOf } from './hints.ts'
import { readJsonFeed } from './json-feed.ts'
import { baseOf } from './links.ts'
import { namingOf } from './namespaces.ts'
import { nodesOf } from './nodes.ts'
import { type Root, rootOf } from './root.ts'

const MOST_AT_AN_END = 500 // entries

type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json'

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed 1.0 and 1.1, however broken. `url` is
 * the feed's own address. Dates are judged by `now`.
 */
export function readFeedText(text: string, url: string, now: Date): Reading<FeedFormat> {
  const root = rootOf(text)
  switch (root.kind) {
    case 'json':
      return fromJson(text, url, now)
    case 'rss':
    case 'rdf':
    case 'atom':
      return fromXml(text.slice(root.start), root, root.kind, url, now)
    case 'none':
      return { ...root, kind: 'broken', reason: `no feed: ${root.reason}` }
    case 'sitemap':
    case 'sitemap index':
      return { kind: 'broken', reason: `no feed: a ${root.kind}` }
  }
}

function fromJson(text: string, url: string, now: Date): Reading<'json'> {
  const feed = readJsonFeed(text, url)
  if (!feed) return { kind: 'broken', reason: 'no feed: JSON without a list of items' }
  const { items, unreadable } = itemsOf(feed.drafts, now)
  const next = feed.next ? URL.parse(feed.next, url)?.href : undefined
  const hints = next ? { more: [next] } : {}
  return {
    kind: 'items',
    format: 'json',
    items,
    unreadable: [...feed.unreadable, ...unreadable],
    hints,
  }
}

function fromXml(
  xml: string,
  { prefix }: Root & { prefix: string },
  format: 'rss' | 'rdf' | 'atom',
  url: string,
  now: Date,
): Reading<FeedFormat> {
  const isAtom = format === 'atom'
  const name = `(?:[\\w.-]+:)?${isAtom ? 'entry' : 'item'}`
  const { entries, around } = cutAt(xml, name)
  const naming = namingOf(around, prefix, isAtom)
  const [top] = nodesOf(around, () => false)
  const head = isAtom ? top : (top?.children.find((node) => naming(node.name) === 'channel') ?? top)
  const fields = new Fields(head?.children ?? [], naming)
  const base = baseOf(head === top ? undefined : head, baseOf(top, url))
  const authors = isAtom ? creditsOf(fields.all(FIELDS.authors), naming) : []
  const frame: Frame = { isAtom, naming, base, authors }
  const read = atBothEnds(entries)
  const drafts = read.map(({ markup, isWhole }) => readEntry(markup, isWhole, frame))
  const { items, unreadable } = itemsOf(drafts, now)
  if (entries.length > read.length)
    unreadable.push(`${entries.length - read.length} entries between the first and the last`)
  return { kind: 'items', format, items, unreadable, hints: hintsOf(fields, base) }
}

/** Feeds are in the order of time, mostly newest first: the newest stand at one end or the other. */
function atBothEnds<T>(entries: T[]): T[] {
  if (entries.length <= 2 * MOST_AT_AN_END) return entries
  return [...entries.slice(0, MOST_AT_AN_END), ...entries.slice(-MOST_AT_AN_END)]
}
