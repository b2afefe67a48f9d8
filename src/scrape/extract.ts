import type { Extract } from '../article.ts'
import { readAuthors } from './extract/authors.ts'
import { type Layout, layOut } from './extract/blocks.ts'
import { readBody } from './extract/body.ts'
import { readBylines } from './extract/bylines.ts'
import { findBody } from './extract/candidates.ts'
import { clean } from './extract/clean.ts'
import { readModified, readPublished } from './extract/dates.ts'
import { findHiddenBody } from './extract/fallback.ts'
import { findHeadline } from './extract/headline.ts'
import { markJunk } from './extract/junk.ts'
import { judge } from './extract/kind.ts'
import { readCanonicalUrl, readLang, readSite } from './extract/origin.ts'
import { readState } from './extract/state.ts'
import { chooseTitle, readTitles } from './extract/title.ts'
import { parse } from './extract/tree.ts'

/**
 * Reads one page of any publisher: what it states of itself, weighed against what stands in it.
 * `url` is where the page was found. Pure and synchronous; never throws; takes time linear in the
 * page's length. What is no article has no paragraphs and a reason.
 */
export function extract({ url, html }: { url: string; html: string }): Extract {
  const tree = parse(html)
  const state = readState(tree, url)
  const layout = layOut(tree.root)
  markJunk(layout)
  const titles = readTitles(state, textOf(layout, 'h1'), textOf(layout, 'title'))
  const forms = Object.values(titles).filter((title) => title !== null)
  const titleAt = findHeadline(layout, forms)
  const site = readSite(state)
  const authors = readAuthors(state, readBylines(layout, titleAt, forms), site)
  const shown = readText(layout, titleAt, forms, authors)
  const verdict = judge(state, layout, shown, html)
  const hidden =
    verdict.kind === 'empty' ? readHidden(findHiddenBody(state, html), forms, authors) : []
  const paragraphs = hidden.length > 0 ? hidden : shown
  const { kind, reason } = hidden.length > 0 ? judge(state, layout, hidden, html) : verdict
  const published = readPublished(state, tree.times, layout, titleAt)
  const modified = readModified(state, tree.times)
  return {
    kind,
    reason,
    canonicalUrl: readCanonicalUrl(state),
    site,
    title: chooseTitle(titles),
    authors,
    published: published?.iso ?? null,
    modified: modified?.iso ?? null,
    isZoneAssumed: [published, modified].some((moment) => moment?.hasZone === false),
    lang: readLang(tree, state),
    paragraphs: kind === 'article' ? paragraphs : [],
  }
}

/** The article's paragraphs in a page that is laid out. */
function readText(layout: Layout, titleAt: number, titles: string[], authors: string[]): string[] {
  const body = findBody(layout, titleAt)
  return body ? clean(readBody(layout, body, titleAt), titles, authors) : []
}

/** The article's paragraphs in HTML that a page keeps apart from its own markup. */
function readHidden(html: string | null, titles: string[], authors: string[]): string[] {
  if (html === null) return []
  const layout = layOut(parse(html).root)
  markJunk(layout)
  return readText(layout, -1, titles, authors)
}

/** The text of the first block in an element of this tag. */
function textOf({ blocks }: Layout, tag: string): string | null {
  return blocks.find(({ el }) => el.tag === tag)?.text ?? null
}
