import type { Reading } from './draft.ts'
import { readFeedText } from './feed.ts'
import { readListing } from './listing.ts'
import { rootOf } from './root.ts'
import { readSitemap } from './sitemap.ts'

const FEWEST_TEASERS = 3 // in a page that is taken for a listing
const ANY_SITEMAP = { newest: 500 }
/** Teasers as most sites mark them up. */
const ANY_LISTING = {
  item: 'article:has(a[href]), li.h-entry, .hentry:has(a[href])',
  title: 'h1, h2, h3, h4',
  url: { selector: 'h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href]', value: 'href' },
  published: { selector: 'time[datetime]', value: 'datetime' },
}

/** Reads a document whose source nobody has described, by what stands in it. */
export function readAny(text: string, url: string, now: Date): Reading<string> {
  const root = rootOf(text)
  switch (root.kind) {
    case 'sitemap':
    case 'sitemap index':
      return readSitemap(text, url, now, ANY_SITEMAP)
    case 'none': {
      if (root.looksLike !== 'page') return { ...root, kind: 'broken' }
      const listing = readListing(text, url, now, ANY_LISTING)
      const isListing = listing.kind === 'items' && listing.items.length >= FEWEST_TEASERS
      return isListing ? listing : { ...root, kind: 'broken' }
    }
    default:
      return readFeedText(text, url, now)
  }
}
