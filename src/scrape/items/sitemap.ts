import { decodeXML } from 'entities'
import { cutAt } from './chunks.ts'
import { type Draft, itemsOf, type Reading } from './draft.ts'
import { readFeedText } from './feed.ts'
import { unwrap } from './markup.ts'
import { type Naming, namingOf } from './namespaces.ts'
import { type Node, nodesOf } from './nodes.ts'
import { rootOf, type XmlRoot } from './root.ts'

/** What of a sitemap counts: paths and children that fit, and only the newest. */
type SitemapBounds = {
  path?: string | undefined
  children?: string | undefined
  newest: number
}

/** An entry's markup, and what it is chosen by before the rest of it is read. */
type Entry = { markup: string; loc: string; date: string }

const MOST_CHILDREN = 5 // of an index at one look, the newest
const LOC = /<(?:[\w.-]+:)?loc\s*>\s*(?:<!\[CDATA\[)?\s*([^<\]]+)/i
const DATE = /<(?:[\w.-]+:)?(?:publication_date|lastmod)\s*>\s*(?:<!\[CDATA\[)?\s*(\d{4}-[\d:T-]*)/i
const NOT_FIELDS = () => false

/**
 * Reads a sitemap, a news sitemap, or an index of them (https://www.sitemaps.org/protocol.html and
 * Google's news extension); a sitemap may also be a feed. `lastmod` is when a page was changed and
 * says nothing of when it was published. An index gives no items but further addresses.
 */
export function readSitemap(
  text: string,
  url: string,
  now: Date,
  bounds: SitemapBounds,
): Reading<string> {
  const root = rootOf(text)
  if (root.kind === 'none') return { ...root, kind: 'broken', reason: `no sitemap: ${root.reason}` }
  if (root.kind === 'sitemap' || root.kind === 'sitemap index')
    return readXml(text.slice(root.start), root, url, now, bounds)
  return readFeedText(text, url, now)
}

function readXml(
  xml: string,
  { kind, prefix }: XmlRoot,
  url: string,
  now: Date,
  { path, children, newest }: SitemapBounds,
): Reading<string> {
  const isIndex = kind === 'sitemap index'
  const { entries, around } = cutAt(xml, `(?:[\\w.-]+:)?${isIndex ? 'sitemap' : 'url'}`)
  const fitting = entries
    .map(({ markup }) => entryOf(markup, url))
    .filter(fits(isIndex ? children : path))
  if (isIndex) {
    const more = newestOf(fitting, MOST_CHILDREN).map(({ loc }) => loc)
    return { kind: 'items', format: kind, items: [], unreadable: [], hints: { more } }
  }
  const naming = namingOf(around, prefix, false)
  const drafts = newestOf(fitting, newest).map(({ markup }) => draftOf(markup, naming, url))
  return { kind: 'items', format: kind, ...itemsOf(drafts, now), hints: {} }
}

/** By expressions, and not yet as XML: a sitemap may hold 50,000 entries, of which few count. */
function entryOf(markup: string, base: string): Entry {
  const loc = decodeXML(LOC.exec(markup)?.[1] ?? '').trim()
  const address = loc === '' ? null : URL.parse(loc, base)
  return { markup, loc: address?.href ?? '', date: DATE.exec(markup)?.[1] ?? '' }
}

function fits(pattern: string | undefined): (entry: Entry) => boolean {
  const rule = pattern === undefined ? null : new RegExp(pattern)
  return ({ loc }) => {
    if (loc === '') return rule === null
    const { pathname, search } = new URL(loc)
    return rule === null || rule.test(pathname + search)
  }
}

/** Hours of zones do not matter to a bound. Entries without a date come last, as they stand. */
function newestOf(entries: Entry[], most: number): Entry[] {
  if (entries.length <= most) return entries
  return entries.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).slice(0, most)
}

function draftOf(markup: string, naming: Naming, base: string): Draft {
  const texts = new Map<string, string>()
  collect(nodesOf(markup, NOT_FIELDS), naming, texts)
  return {
    urls: [{ href: texts.get('loc') ?? '', base }],
    title: { value: texts.get('news:title') ?? '', form: 'html' },
    published: [texts.get('news:publication_date')],
    updated: [texts.get('lastmod')],
    authors: [],
    summary: null,
    content: null,
  }
}

/** The first text of each name, wherever it stands in an entry. */
function collect(nodes: Node[], naming: Naming, texts: Map<string, string>): void {
  for (const node of nodes) {
    const name = naming(node.name)
    if (node.children.length > 0) collect(node.children, naming, texts)
    else if (!texts.has(name)) texts.set(name, unwrap(node.markup).trim())
  }
}
