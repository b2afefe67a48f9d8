import type { Extract } from '../article.ts'
import { readAuthors } from './extract/authors.ts'
import { layOut } from './extract/blocks.ts'
import { readBody } from './extract/body.ts'
import { findBody } from './extract/candidates.ts'
import { clean } from './extract/clean.ts'
import { readModified, readPublished } from './extract/dates.ts'
import { findHeadline } from './extract/headline.ts'
import { markJunk } from './extract/junk.ts'
import { judge } from './extract/kind.ts'
import { readCanonicalUrl, readLang, readSite } from './extract/origin.ts'
import { readState } from './extract/state.ts'
import { readTitle, statedTitles } from './extract/title.ts'
import { parse } from './extract/tree.ts'

/** Reads one page of any publisher. Pure; never throws; takes time linear in the page's length. */
export function extract(page: { url: string; html: string }): Extract {
  const tree = parse(page.html)
  const state = readState(tree, page.url)
  const layout = layOut(tree.root)
  markJunk(layout)
  const headings = layout.blocks.filter((b) => b.el.tag === 'h1').map((b) => b.text)
  const docTitle = layout.blocks.find((b) => b.el.tag === 'title')?.text ?? null
  const title = readTitle(state, headings, docTitle)
  const titles = [title, docTitle, ...statedTitles(state)].filter((t) => t !== null)
  const titleAt = findHeadline(layout, titles)
  const span = findBody(layout, titleAt)
  const paragraphs = clean(span ? readBody(layout, span, titleAt) : [], titles)
  const site = readSite(state)
  const published = readPublished(state, [])
  const modified = readModified(state, [])
  return {
    ...judge(layout, paragraphs),
    canonicalUrl: readCanonicalUrl(state),
    site,
    title,
    authors: readAuthors(state, [], site),
    published: published?.iso ?? null,
    modified: modified?.iso ?? null,
    isZoneAssumed: [published, modified].some((moment) => moment?.hasZone === false),
    lang: readLang(tree, state),
    paragraphs,
  }
}
