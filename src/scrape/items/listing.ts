import { load } from 'cheerio/slim'
import type { SourceOf } from '../../source.ts'
import { isDeep } from './depth.ts'
import { type Draft, itemsOf, type Reading } from './draft.ts'
import { rootOf } from './root.ts'

type Select = SourceOf<'listing'>['select']
type Place = Select['title']
type Teaser = Partial<Record<keyof Select, string | undefined>>

const MOST_TEASERS = 500
const LONGEST = 1_500_000 // characters that are looked through
const DEEPEST = 1500 // elements in one another, or left open

/**
 * Reads a page that lists articles, by what its entry in the configuration says stands where. Where
 * nothing fits, the page is broken and not empty: it has been rebuilt, or shows something else.
 */
export function readListing(
  html: string,
  url: string,
  now: Date,
  select: Select,
): Reading<'listing'> {
  const { teasers, base } = teasersIn(html, select)
  if (teasers.length === 0) return notFitting(html, select)
  const from = URL.parse(base, url)?.href ?? url
  const drafts = teasers.map((teaser) => draftOf(teaser, from))
  return { kind: 'items', format: 'listing', ...itemsOf(drafts, now), hints: {} }
}

function notFitting(html: string, { item }: Select): Reading<'listing'> {
  const root = rootOf(html)
  if (root.kind === 'none' && root.looksLike !== 'page') return { ...root, kind: 'broken' }
  return { kind: 'broken', reason: `a page in which nothing fits “${item}”`, looksLike: 'page' }
}

function teasersIn(html: string, { item, ...places }: Select): { teasers: Teaser[]; base: string } {
  const page = html.slice(0, LONGEST)
  if (isDeep(page, DEEPEST)) return { teasers: [], base: '' }
  const value: Record<string, { selector: string; value: string }> = {}
  for (const [name, place] of Object.entries(places)) if (place) value[name] = extractOf(place)
  const $ = load(page)
  const teasers = $(item)
    .slice(0, MOST_TEASERS)
    .toArray()
    .map((element) => $(element).extract(value))
  return { teasers, base: $('base[href]').attr('href') ?? '' }
}

/** A selector alone means its text. */
function extractOf(place: Place): { selector: string; value: string } {
  return typeof place === 'string' ? { selector: place, value: 'textContent' } : place
}

function draftOf({ title, url, published, authors, summary }: Teaser, base: string): Draft {
  return {
    urls: url === undefined ? [] : [{ href: url, base }],
    title: { value: title ?? '', form: 'plain' },
    published: [published],
    updated: [],
    authors: authors === undefined ? [] : [authors],
    summary: { value: summary ?? '', form: 'plain' },
    content: null,
  }
}
