import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import type { NewsArticle } from './corpus.ts'
import type { FeedKind } from './publisher.ts'
import { addressOf, newestFirst, type Site } from './site.ts'

/** Characters of an article's text that a feed shows. */
const SUMMARY_LENGTH = 200

/** Feed media types, of RFC 4287 and of the JSON Feed and RSS specifications. */
export const FEED_TYPES: Record<FeedKind, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** The publisher's feed of all its articles; an undated one has no date in it. */
export function writeFeed(site: Site, origin: string): string {
  switch (site.publisher.feedKind) {
    case 'rss':
      return writeRss(site, origin)
    case 'atom':
      return writeAtom(site, origin)
    case 'json':
      return writeJson(site, origin)
  }
}

function writeRss(site: Site, origin: string): string {
  const { outlet, feedPath } = site.publisher
  return generateRssFeed({
    title: outlet,
    link: `${origin}/`,
    description: `The latest from ${outlet}`,
    language: 'en',
    atom: { links: [{ href: origin + feedPath, rel: 'self', type: FEED_TYPES.rss }] },
    items: newestFirst(site).map((article) => ({
      title: article.title,
      link: addressOf(origin, article),
      guid: { value: addressOf(origin, article), isPermaLink: true },
      description: summaryOf(article),
      ...(article.byline && { dc: { creators: [article.byline] } }),
      ...(article.published && { pubDate: new Date(article.published) }),
    })),
  })
}

function writeAtom(site: Site, origin: string): string {
  const { outlet, feedPath } = site.publisher
  return generateAtomFeed({
    id: `${origin}/`,
    title: { value: outlet },
    updated: site.modified,
    links: [
      { href: origin + feedPath, rel: 'self', type: FEED_TYPES.atom },
      { href: `${origin}/`, rel: 'alternate', type: 'text/html' },
    ],
    entries: newestFirst(site).map((article) => ({
      id: addressOf(origin, article),
      title: { value: article.title },
      links: [{ href: addressOf(origin, article), rel: 'alternate', type: 'text/html' }],
      summary: { value: summaryOf(article) },
      authors: [{ name: article.byline ?? outlet }],
      ...(article.published && {
        published: new Date(article.published),
        updated: new Date(article.published),
      }),
    })),
  })
}

function writeJson(site: Site, origin: string): string {
  const { outlet, feedPath } = site.publisher
  const feed = generateJsonFeed({
    title: outlet,
    home_page_url: `${origin}/`,
    feed_url: origin + feedPath,
    items: newestFirst(site).map((article) => ({
      id: addressOf(origin, article),
      url: addressOf(origin, article),
      title: article.title,
      content_text: summaryOf(article),
      language: article.lang,
      ...(article.byline && { authors: [{ name: article.byline }] }),
      ...(article.published && { date_published: new Date(article.published) }),
    })),
  })
  return JSON.stringify(feed, null, 2)
}

/** The beginning of the text, cut between words. */
export function summaryOf({ text }: NewsArticle): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= SUMMARY_LENGTH) return line
  return `${line.slice(0, line.lastIndexOf(' ', SUMMARY_LENGTH))}…`
}
