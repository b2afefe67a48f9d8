import { type CheerioAPI, load } from 'cheerio/slim'
import type { SourceOf } from '../../source.ts'
import { type Draft, itemsOf, type Reading } from './draft.ts'
import { rootOf } from './root.ts'

type Select = SourceOf<'listing'>['select']
type Place = Select['title']
type Teaser = Partial<Record<keyof Select, string | undefined>>

const MOST_TEASERS = 500

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
  const $ = load(html)
  const teasers = teasersOf($, select).slice(0, MOST_TEASERS)
  if (teasers.length === 0) return notFitting(html, select)
  const base = URL.parse($('base[href]').attr('href') ?? '', url)?.href ?? url
  const drafts = teasers.map((teaser) => draftOf(teaser, base))
  return { kind: 'items', format: 'listing', ...itemsOf(drafts, now), hints: {} }
}

function notFitting(html: string, { item }: Select): Reading<'listing'> {
  const root = rootOf(html)
  if (root.kind === 'none' && root.looksLike !== 'page') return { ...root, kind: 'broken' }
  return { kind: 'broken', reason: `a page in which nothing fits “${item}”`, looksLike: 'page' }
}

function teasersOf($: CheerioAPI, { item, ...places }: Select): Teaser[] {
  const value: Record<string, { selector: string; value: string }> = {}
  for (const [name, place] of Object.entries(places)) if (place) value[name] = extractOf(place)
  return $.extract({ teasers: [{ selector: item, value }] }).teasers
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
