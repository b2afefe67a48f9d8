import { decodeHTML } from 'entities'
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** Elements whose text is not part of what a reader reads. */
const SILENT = new Set(
  'script style noscript template title iframe svg math figure form textarea'.split(' '),
)
/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  `address article aside blockquote body br caption dd details div dl dt fieldset footer h1 h2 h3 h4
   h5 h6 header hr html li main nav ol p pre section summary table td th tr ul`.split(/\s+/),
)
/** Of C0 and C1, what is no space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: feeds contain them, readers do not see them
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g
/** What is left of an entity that was escaped once too often. */
const LEFT_OVER = /&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|[a-zA-Z]{2,8}\d?);/g

/** Paragraphs of a piece of HTML, as a feed carries it, in linear time. Scripts and pictures say nothing. */
export function paragraphsOf(html: string): string[] {
  if (!html.includes('<')) return tidyLines([decoded(html)])
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

/** The text of a piece of HTML on one line. */
export function lineOf(html: string): string {
  return decodedAgain(paragraphsOf(html).join(' '))
}

/** Plain text on one line. */
export function lineOfText(text: string): string {
  return decodedAgain(tidyLines([text]).join(' '))
}

/** Hears the text of HTML go by. */
class Listener implements TokenizerCallbacks {
  readonly paragraphs = ['']
  readonly #html: string
  #name = ''
  /** The silent element that we are in, and how many of its name are nested. */
  #silent: { name: string; depth: number } | null = null

  constructor(html: string) {
    this.#html = html
  }

  ontext(start: number, end: number): void {
    if (this.#silent) return
    const last = this.paragraphs.length - 1
    this.paragraphs[last] += decoded(this.#html.slice(start, end))
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase()
    if (BLOCKS.has(this.#name)) this.paragraphs.push('')
  }

  onopentagend(): void {
    if (this.#silent?.name === this.#name) this.#silent.depth++
    else if (!this.#silent && SILENT.has(this.#name)) this.#silent = { name: this.#name, depth: 1 }
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase()
    if (this.#silent?.name === name && --this.#silent.depth === 0) this.#silent = null
    if (BLOCKS.has(name)) this.paragraphs.push('')
  }

  onselfclosingtag(): void {}
  onend(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribname(): void {}
  onattribdata(): void {}
  onattribend(): void {}
  onattribentity(): void {}
  ontextentity(): void {}
}

function decoded(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}

/** Many feeds escape their titles once too often; nobody puts an entity before readers on purpose. */
function decodedAgain(text: string): string {
  return text.includes('&') ? text.replace(LEFT_OVER, (entity) => decodeHTML(entity)) : text
}

function tidyLines(paragraphs: string[]): string[] {
  return paragraphs
    .map((text) => text.replace(CONTROL, '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}
