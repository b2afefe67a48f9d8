import type { Corpus, NewsArticle } from './corpus.ts'
import { hostOf, type Publisher, pathOf, publisherOf } from './publisher.ts'

/** A publisher with all that it has published. */
export type Site = {
  publisher: Publisher
  /** By path, in the order of first publication; a later text has taken its former's place. */
  articles: Map<string, NewsArticle>
  modified: Date
}

/** The sites of a corpus by host. */
export function openSites({ articles, modified }: Corpus): Map<string, Site> {
  const sites = new Map<string, Site>()
  for (const [host, own] of Map.groupBy(articles, ({ url }) => hostOf(url))) {
    sites.set(host, {
      publisher: publisherOf(host, own),
      articles: new Map(own.map((article) => [pathOf(article.url), article])),
      modified,
    })
  }
  return sites
}

/** Adds an article to its site, or its later text; a new outlet gets a new site. */
export function publishTo(sites: Map<string, Site>, article: NewsArticle, now: Date): void {
  const host = hostOf(article.url)
  const site = sites.get(host)
  if (site === undefined) {
    sites.set(host, {
      publisher: publisherOf(host, [article]),
      articles: new Map([[pathOf(article.url), article]]),
      modified: now,
    })
    return
  }
  site.articles.set(pathOf(article.url), article)
  // HTTP dates are whole seconds: two issues in one second must still differ
  site.modified = new Date(Math.max(now.getTime(), site.modified.getTime() + 1000))
}

/** The articles as a feed or a home page shows them: newest first, undated ones last. */
export function newestFirst(site: Site): NewsArticle[] {
  return [...site.articles.values()].sort((a, b) => instantOf(b) - instantOf(a))
}

/** Where a reader finds the article on this site. */
export function addressOf(origin: string, article: NewsArticle): string {
  return origin + pathOf(article.url)
}

function instantOf({ published }: NewsArticle): number {
  return published === null ? 0 : Date.parse(published)
}
