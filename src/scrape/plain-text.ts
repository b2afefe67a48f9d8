import { load } from 'cheerio/slim'

/** Elements whose text is not part of what a reader reads. */
const SILENT = 'script, style, noscript, template, iframe, svg, figure, form'
/** Elements that end a paragraph. */
const BLOCKS = 'p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre, tr, section, article, br'

/** Paragraphs of a piece of HTML, as a feed carries it; plain text comes back as it is. */
export function paragraphsOf(html: string): string[] {
  const $ = load(html, null, false)
  $(SILENT).remove()
  $(BLOCKS).after('\n')
  return $.root()
    .text()
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

/** The text of a piece of HTML on one line. */
export function lineOf(html: string): string {
  return paragraphsOf(html).join(' ')
}
