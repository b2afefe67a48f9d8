import { decodeHTML } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { tidy } from './extract/text.ts'
import { QuietListener } from './quiet-listener.ts'

/** Elements whose text is not part of what a reader reads. */
const SILENT = new Set(
  'script style noscript template title iframe svg math figure form textarea'.split(' '),
)
/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  `address article aside blockquote body br caption dd details div dl dt fieldset footer h1 h2 h3 h4
   h5 h6 header hr html li main nav ol p pre section summary table td th tr ul`.split(/\s+/),
)
/** A sign of less before what is no comment and no tag that titles are marked up with. */
const NO_TAG =
  /<(?!!--|\/|(?:[\w-]+:)?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|dfn|div|em|figure|font|h[1-6]|hr|i|iframe|img|ins|kbd|label|li|mark|nobr|noscript|object|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|svg|table|td|time|tr|tt|u|ul|var|wbr)(?![a-z0-9:-])[^<>]*>)/gi
/** What is left of an entity that was escaped once too often. */
const LEFT_OVER = /&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[a-zA-Z]{2,8}\d?);/g

/** Paragraphs of a piece of HTML, as a feed carries it, in linear time. Scripts and pictures say nothing. */
export function paragraphsOf(html: string): string[] {
  if (!html.includes('<')) return paragraphsOfText(decoded(html))
  const listener = new Listener(html)
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, listener)
  tokenizer.write(html)
  tokenizer.end()
  return tidyLines(listener.paragraphs)
}

/** Paragraphs of plain text: a blank line parts them. */
export function paragraphsOfText(text: string): string[] {
  return tidyLines(text.split(/\n[ \t\r]*\n/))
}

/**
 * The text of a title on one line. What HTML does not know is no tag: `List<T> explained` keeps all of
 * its words.
 */
export function lineOf(html: string): string {
  const known = html.includes('<') ? html.replace(NO_TAG, '&lt;') : html
  return decodedAgain(paragraphsOf(known).join(' '))
}

/** Plain text on one line. */
export function lineOfText(text: string): string {
  return decodedAgain(tidyLines([text]).join(' '))
}

/** Hears the text of HTML go by. */
class Listener extends QuietListener {
  readonly paragraphs = ['']
  readonly #html: string
  #name = ''
  /** The silent element that we are in, and how many of its name are nested. */
  #silent: { name: string; depth: number } | null = null

  constructor(html: string) {
    super()
    this.#html = html
  }

  override ontext(start: number, end: number): void {
    if (this.#silent) return
    const last = this.paragraphs.length - 1
    this.paragraphs[last] += decoded(this.#html.slice(start, end))
  }

  override onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase()
    if (BLOCKS.has(this.#name)) this.paragraphs.push('')
  }

  override onopentagend(): void {
    if (this.#silent?.name === this.#name) this.#silent.depth++
    else if (!this.#silent && SILENT.has(this.#name)) this.#silent = { name: this.#name, depth: 1 }
  }

  override onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase()
    if (this.#silent?.name === name && --this.#silent.depth === 0) this.#silent = null
    if (BLOCKS.has(name)) this.paragraphs.push('')
  }
}

function decoded(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}

/** Many feeds escape their titles once too often; nobody puts an entity before readers on purpose. */
function decodedAgain(text: string): string {
  return text.includes('&') ? text.replace(LEFT_OVER, (entity) => decodeHTML(entity)) : text
}

function tidyLines(paragraphs: string[]): string[] {
  return paragraphs.map(tidy).filter((line) => line !== '')
}
