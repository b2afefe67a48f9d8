import { type CheerioAPI, load } from 'cheerio/slim'
import { getDomainWithoutSuffix } from 'tldts'
import { lineOfText } from './plain-text.ts'

/** What was found on a page that may be a source, with why. `entry` is ready for config/sources.ts. */
export type Found = { why: string; entry: { [field: string]: string } }

type Shown = { url: string; html: string; robots: string | null }
type Site = { id: string; outlet: string; home: string }

/** Types that a page's alternate links give to feeds. */
const FEED_TYPE =
  /^(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|xml)(?:;|$)/i
const COMMENTS = /comments?(?:[\s/?.-]|$)|kommentare|commentaires|comentarios/i
const WORDPRESS = /wp-(?:content|includes|json)/
const MOST = 20

/** Where sites keep feeds and sitemaps that they do not tell of. */
export const COMMON_PATHS = [
  '/feed/',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/sitemap.xml',
  '/news-sitemap.xml',
]

/**
 * Sources that a page tells of, likeliest first: its alternate links of any feed type, the feed of its
 * own tag and its search where it runs on WordPress, and the sitemaps of its robots.txt. Nothing is
 * fetched. Feeds of comments are left out.
 */
export function discoverSources({ url, html, robots }: Shown): Found[] {
  const $ = load(html)
  const site = siteOf($, url)
  const base = URL.parse($('base[href]').attr('href') ?? '', url)?.href ?? url
  const found = [...feedsIn($, base), ...wordpressIn($, html, url), ...sitemapsIn(robots, url)]
  const seen = new Set<string>()
  return found
    .filter(({ url: address }) => !seen.has(address) && seen.add(address))
    .slice(0, MOST)
    .map((one, at, all) => {
      const before = all.slice(0, at).filter(({ kind }) => kind === one.kind)
      return entryOf(site, one, before.length)
    })
}

/** The entry of an address that has answered as a feed or a sitemap. */
export function entryFor(shown: Omit<Shown, 'robots'>, kind: string, address: string): Found {
  const why = `answers as ${kind}`
  const isSitemap = kind.startsWith('sitemap')
  return entryOf(
    siteOf(load(shown.html), shown.url),
    { kind: isSitemap ? 'sitemap' : 'feed', url: address, why },
    0,
  )
}

type Address = { kind: 'feed' | 'search' | 'sitemap'; url: string; why: string }

function feedsIn($: CheerioAPI, base: string): Address[] {
  return $('link[rel~="alternate" i][href], link[rel~="feed" i][href]')
    .toArray()
    .flatMap((link): Address[] => {
      const { href = '', type = '', title = '', rel = '' } = link.attribs
      const url = URL.parse(href.trim(), base)?.href
      const isFeed = FEED_TYPE.test(type.trim()) || /\bfeed\b/i.test(rel)
      if (!url || !isFeed || COMMENTS.test(`${url} ${title}`)) return []
      if (/\/wp-json\/|oembed/.test(url)) return []
      return [{ kind: 'feed', url, why: `alternate link${title && `, “${lineOfText(title)}”`}` }]
    })
}

/** WordPress answers a search, and each tag, category and author, as a feed, in pages. */
function wordpressIn($: CheerioAPI, html: string, url: string): Address[] {
  const generator = $('meta[name="generator" i]').attr('content') ?? ''
  if (!/wordpress/i.test(generator) && !WORDPRESS.test(html)) return []
  const page = new URL(url)
  const own: Address[] = /^\/(?:tag|t|category|topic|author)\//.test(page.pathname)
    ? [
        {
          kind: 'search',
          url: `${page.origin}${page.pathname.replace(/\/*$/, '/')}feed/?paged={page}`,
          why: 'WordPress: the feed of this tag',
        },
      ]
    : []
  const search = `${page.origin}/?s=TOPIC&feed=rss2&paged={page}`
  return [
    ...own,
    { kind: 'search', url: search, why: 'WordPress: its search, put your words for TOPIC' },
  ]
}

function sitemapsIn(robots: string | null, url: string): Address[] {
  const lines = [...(robots ?? '').matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)]
  return lines.flatMap(([, address = '']): Address[] => {
    const href = URL.parse(address, url)?.href
    return href ? [{ kind: 'sitemap', url: href, why: 'named in robots.txt' }] : []
  })
}

function siteOf($: CheerioAPI, url: string): Site {
  const { hostname, origin } = new URL(url)
  const stated = $('meta[property="og:site_name"]').attr('content') ?? ''
  const host = hostname.replace(/^www\./, '')
  return {
    id: (getDomainWithoutSuffix(hostname) ?? host).toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    outlet: lineOfText(stated) || host,
    home: `${origin}/`,
  }
}

function entryOf({ id, outlet, home }: Site, { kind, url, why }: Address, at: number): Found {
  const suffix = kind === 'feed' ? '' : `-${kind}`
  return {
    why,
    entry: {
      id: `${id}${suffix}${at > 0 ? `-${at + 1}` : ''}`,
      kind,
      outlet,
      url,
      home,
      unverified: `${why}; not looked at yet`,
    },
  }
}
