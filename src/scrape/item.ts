import type { Hints } from '../db/sources.ts'
import { pathWords } from '../url.ts'

/** What a source shows of an article. Text is plain; what the source does not tell is empty or null. */
export type Item = {
  /** Canonical and absolute. */
  url: string
  /** Empty where the source gives none, as a sitemap may. */
  title: string
  /** ISO 8601 UTC; null where the source gives none that can be believed. */
  published: string | null
  updated: string | null
  /** People's names, one each, as the source writes them. */
  authors: string[]
  /** What the source itself calls a summary. */
  summary: string
  /** The whole text where the source carries it, else the summary; paragraphs parted by a blank line. */
  text: string
}

/** A source, read. Items that cannot be read are told with their reasons, and the others go on. */
export type ItemsReading =
  | { kind: 'items'; items: Item[]; unreadable: string[]; hints: Hints }
  | { kind: 'broken'; reason: string; looksLike?: 'page' | 'captcha' | 'empty' }

/**
 * What an item is judged by before its page is read, besides its title: the text that it brings, and
 * the words of its address, for a sitemap shows nothing else.
 */
export function showing({ url, summary, text }: Item): string {
  return [summary === text ? '' : summary, text, pathWords(url)]
    .filter((part) => part !== '')
    .join('\n\n')
}
