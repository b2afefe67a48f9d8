import { decodeHTML, decodeHTMLAttribute } from 'entities'
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import {
  CLOSED_BY_OPENING,
  ENDS_PARAGRAPH,
  INLINE_TAGS,
  READ_ATTRIBUTES,
  UNSEEN_TAGS,
  VOID_TAGS,
} from './tags.ts'

export type Child = El | string

/** An element of the light tree: text is decoded, unseen content and unread attributes are gone. */
export type El = {
  tag: string
  attribs: Partial<Record<string, string>>
  parent: El | null
  children: Child[]
}

/** A page, parsed once. */
export type Tree = {
  root: El
  /** The page's `<meta>` and `<link>` elements, wherever they stand. */
  metas: El[]
  links: El[]
  /** Its `<time>` elements, and those that microdata marks as a date. */
  times: El[]
  /** The insides of its JSON-LD scripts. */
  jsonLd: string[]
}

const DEPTH_LIMIT = 256 // elements; deeper ones join the one at the limit, so recursion is safe
const CROSSING_LIMIT = 8 // elements that the end tag of an inline element may close on its way
const JSON_LD_LIMIT = 200 // scripts
const ATTRIBUTE_LIMIT = 20_000 // characters of one value

/** Parses HTML of any quality in linear time; never throws. */
export function parse(html: string): Tree {
  const builder = new TreeBuilder(html)
  const tokenizer = new Tokenizer({ decodeEntities: false }, builder)
  tokenizer.write(html)
  tokenizer.end()
  return builder.tree
}

/** Entities are decoded here and not by the tokenizer: most text has none, and scanning is faster. */
class TreeBuilder implements TokenizerCallbacks {
  readonly tree: Tree
  readonly #html: string
  readonly #open: El[]
  readonly #openCount = new Map<string, number>()
  #top: El
  #next: El
  #attribute = ''
  #value = ''
  /** The unseen element that we are inside of, and how many of its name are nested. */
  #unseen: { tag: string; depth: number; jsonLd: boolean } | null = null

  constructor(html: string) {
    this.#html = html
    this.#top = newElement('#root', null)
    this.#next = this.#top
    this.#open = [this.#top]
    this.tree = { root: this.#top, metas: [], links: [], times: [], jsonLd: [] }
  }

  ontext(start: number, end: number): void {
    const text = this.#html.slice(start, end)
    if (!this.#unseen) this.#top.children.push(decoded(text))
    else if (this.#unseen.jsonLd && this.tree.jsonLd.length < JSON_LD_LIMIT)
      this.tree.jsonLd.push(text)
  }

  onopentagname(start: number, end: number): void {
    const tag = this.#html.slice(start, end).toLowerCase()
    this.#next = newElement(tag, null)
    if (this.#unseen) {
      const breaksOut = this.#unseen.tag === 'svg' && ENDS_PARAGRAPH.has(tag)
      if (breaksOut) this.#unseen = null
    }
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase()
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    if (READ_ATTRIBUTES.has(this.#attribute))
      this.#value = this.#html.slice(start, Math.min(end, start + ATTRIBUTE_LIMIT))
  }

  onattribend(): void {
    const { attribs } = this.#next
    if (!READ_ATTRIBUTES.has(this.#attribute) || attribs[this.#attribute] !== undefined) return
    attribs[this.#attribute] = this.#value.includes('&')
      ? decodeHTMLAttribute(this.#value)
      : this.#value
  }

  onopentagend(): void {
    const el = this.#next
    if (this.#unseen) {
      if (el.tag === this.#unseen.tag) this.#unseen.depth++
    } else this.#enter(el)
  }

  onselfclosingtag(): void {
    if (this.#unseen || this.#next.tag === 'svg') return
    this.onopentagend()
  }

  onclosetag(start: number, end: number): void {
    const tag = this.#html.slice(start, end).toLowerCase()
    if (this.#unseen) {
      if (tag === this.#unseen.tag && --this.#unseen.depth === 0) this.#unseen = null
    } else if ((this.#openCount.get(tag) ?? 0) > 0) this.#close(tag)
  }

  onend(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribentity(): void {}
  ontextentity(): void {}

  #enter(el: El): void {
    if (UNSEEN_TAGS.has(el.tag)) {
      this.#unseen = { tag: el.tag, depth: 1, jsonLd: isJsonLd(el) }
      return
    }
    if (el.tag === 'meta') this.tree.metas.push(el)
    if (el.tag === 'link') this.tree.links.push(el)
    if (el.tag === 'time' || el.attribs.itemprop?.startsWith('date')) this.tree.times.push(el)
    this.#closeImplied(el.tag)
    el.parent = this.#top
    this.#top.children.push(el)
    if (VOID_TAGS.has(el.tag) || this.#open.length >= DEPTH_LIMIT) return
    this.#open.push(el)
    this.#openCount.set(el.tag, (this.#openCount.get(el.tag) ?? 0) + 1)
    this.#top = el
  }

  #closeImplied(tag: string): void {
    const closes = CLOSED_BY_OPENING.get(tag)
    while (closes?.has(this.#top.tag)) this.#pop()
    if (this.#top.tag === 'p' && ENDS_PARAGRAPH.has(tag)) this.#pop()
  }

  #close(tag: string): void {
    const floor = INLINE_TAGS.has(tag) ? Math.max(1, this.#open.length - CROSSING_LIMIT) : 1
    let at = this.#open.length - 1
    for (; at >= floor && this.#open[at]?.tag !== tag; at--)
      if (INLINE_TAGS.has(tag) && !INLINE_TAGS.has(this.#open[at]?.tag ?? '')) return
    if (at < floor) return
    while (this.#open.length > at) this.#pop()
  }

  #pop(): void {
    const closed = this.#open.pop()
    const top = this.#open.at(-1)
    if (!closed || !top) return
    this.#openCount.set(closed.tag, (this.#openCount.get(closed.tag) ?? 1) - 1)
    this.#top = top
  }
}

function newElement(tag: string, parent: El | null): El {
  return { tag, attribs: {}, parent, children: [] }
}

function decoded(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}

function isJsonLd(el: El): boolean {
  return el.tag === 'script' && (el.attribs.type ?? '').toLowerCase().includes('ld+json')
}
