import { html, raw } from 'hono/html'
import type { NewsArticle } from '../corpus.ts'
import { FEED_TYPES, summaryOf } from '../feed.ts'
import { pathOf } from '../publisher.ts'
import { addressOf, type Site } from '../site.ts'
import { type Comment, commentsOn } from './comments.ts'

/** Escaped markup, as hono/html makes it. */
export type Html = ReturnType<typeof html>

export type Link = { title: string; url: string }

/** What a design needs to lay out an article. */
export type Page = {
  outlet: string
  /** Without a trailing slash. */
  origin: string
  url: string
  title: string
  byline: string | null
  authors: string[]
  /** As the article has it: ISO 8601; null where it bears no date. */
  published: string | null
  /** The same as people of the article's language write it. */
  day: string | null
  lang: string
  summary: string
  paragraphs: Html[]
  related: Link[]
  comments: Comment[]
  feed: { url: string; type: string }
}

/** How many older articles a page links to. */
const RELATED = 4

/** The page of an article: a function of the article and of those published before it. */
export function pageOf(site: Site, origin: string, article: NewsArticle): Page {
  return {
    outlet: site.publisher.outlet,
    origin,
    url: addressOf(origin, article),
    title: article.title,
    byline: article.byline,
    authors: article.byline?.split(/\s+and\s+|\s*,\s*/) ?? [],
    published: article.published,
    day: dayOf(article),
    lang: article.lang,
    summary: summaryOf(article),
    paragraphs: article.text
      .trim()
      .split(/\n\s*\n/)
      .map(breakLines),
    related: relatedTo(site, origin, article),
    comments: commentsOn(article.id),
    feed: {
      url: origin + site.publisher.feedPath,
      type: FEED_TYPES[site.publisher.feedKind],
    },
  }
}

/** A script element that holds data; `<` is written so that nothing can end the element. */
export function jsonLd(data: unknown): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return html`<script type="application/ld+json">${raw(json)}</script>`
}

function dayOf({ published, lang }: NewsArticle): string | null {
  if (published === null) return null
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(published.slice(0, 10)))
}

function breakLines(paragraph: string): Html {
  const [first = '', ...rest] = paragraph.trim().split('\n')
  return html`${first}${rest.map((line) => html`<br>${line}`)}`
}

/** Only older articles, so that a later one does not change the bytes of this page. */
function relatedTo(site: Site, origin: string, article: NewsArticle): Link[] {
  const paths = [...site.articles.keys()]
  const older = [...site.articles.values()].slice(0, paths.indexOf(pathOf(article.url)))
  return older
    .slice(-RELATED)
    .reverse()
    .map((other) => ({ title: other.title, url: addressOf(origin, other) }))
}
