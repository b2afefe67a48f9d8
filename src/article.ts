/** What a page turned out to be. */
export type PageKind = 'article' | 'listing' | 'blocked' | 'empty'

/** What the extractor reads from one page. Unknown is null; paragraphs are plain text, in order. */
export type Extract = {
  kind: PageKind
  /** Why it is no article; null for an article. */
  reason: string | null
  /** The publisher's own address of it, on the publisher's own site. */
  canonicalUrl: string | null
  site: string | null
  title: string | null
  /** People's names, one each, without titles or roles. */
  authors: string[]
  /** ISO 8601 UTC, to the minute or better. */
  published: string | null
  modified: string | null
  /** Whether one of the two came without its zone and was taken as UTC. */
  isZoneAssumed: boolean
  /** BCP 47 tag as the page states it. */
  lang: string | null
  paragraphs: string[]
}

/** One page, read: what the rules of src/story and src/status are asked about. */
export type Article = {
  id: string
  outlet: string
  url: string
  title: string
  /** ISO 8601; null where the page bears no date. */
  published: string | null
  lang: string | null
  paragraphs: string[]
}

/** An article by what links to it. */
export type ArticleLink = Pick<Article, 'id' | 'outlet' | 'title' | 'url' | 'published'>
