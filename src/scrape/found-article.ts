import type { Config } from '../app.ts'
import type { Article, Extract } from '../article.ts'
import type { Source } from '../source.ts'
import { outletOf } from './outlet.ts'

/** A page's article, known or not, where it came from, and what marks its page as done. */
export type FoundArticle = {
  sourceId: string
  url: string
  extract: Extract
  readFrom: 'page' | 'feed'
  /**
   * Written with the article, or alone where there is nothing new in it; `moment` is when an article
   * counts that is new and on the topic.
   */
  done: (articleId: string, moment: string | null) => D1PreparedStatement[]
}

/** An extract as the rules read it; `source` is the one that shows such pages, if any does. */
export function articleOf(
  { topic }: Config,
  source: Source | undefined,
  { id, url, extract }: { id: string; url: string; extract: Extract },
): Article {
  return {
    id,
    outlet: outletOf(url, extract.site, source, topic),
    url,
    title: extract.title ?? '',
    published: extract.published,
    lang: extract.lang,
    paragraphs: extract.paragraphs,
  }
}

/** A date in the future is a publisher's mistake: such an article counts from when it was seen. */
export function momentOf(published: string | null, seenAt: string): string {
  return published !== null && published < seenAt ? published : seenAt
}
