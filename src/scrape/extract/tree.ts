import { decodeHTML, decodeHTMLAttribute } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { QuietListener } from '../quiet-listener.ts'
import { OpenElements } from './open-elements.ts'
import { READ_ATTRIBUTES, type Tag, tagOf } from './tags.ts'

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

const JSON_LD_LIMIT = 200 // scripts
const STATED_LIMIT = 2000 // `<meta>`, `<link>` and `<time>` elements each
const ATTRIBUTE_LIMIT = 20_000 // characters of one value
const ELEMENTS_BASE = 5000 // elements read of any page
const ELEMENTS_DENSITY = 0.01 // elements read for each character more; long news pages have fewer
const TEXT_COST = 0.1 // of an element, for each piece of text

const PART: El = { tag: 'hr', attribs: {}, parent: null, children: [] }

/** Parses HTML of any quality in linear time and memory; never throws. */
export function parse(html: string): Tree {
  const builder = new TreeBuilder(html)
  const tokenizer = new Tokenizer({ decodeEntities: false }, builder)
  builder.stop = () => tokenizer.pause()
  tokenizer.write(html)
  tokenizer.end()
  return builder.tree
}

/** Entities are decoded here and not by the tokenizer: most text has none, and scanning is faster. */
class TreeBuilder extends QuietListener {
  readonly tree: Tree
  stop = () => {}
  readonly #html: string
  readonly #open: OpenElements
  /** Elements that may still be read. */
  #left: number
  #tag: Tag = tagOf('#root')
  #attribs: El['attribs'] = {}
  #attribute = ''
  #value = ''
  /** The unseen element that we are inside of, and how many of its name are nested. */
  #unseen: { tag: Tag; depth: number; isJsonLd: boolean } | null = null

  constructor(html: string) {
    super()
    this.#html = html
    this.#left = ELEMENTS_BASE + html.length * ELEMENTS_DENSITY
    const root: El = { tag: '#root', attribs: {}, parent: null, children: [] }
    this.#open = new OpenElements(root)
    this.tree = { root, metas: [], links: [], times: [], jsonLd: [] }
  }

  override ontext(start: number, end: number): void {
    const text = this.#html.slice(start, end)
    if (this.#unseen) {
      if (this.#unseen.isJsonLd) keep(this.tree.jsonLd, text, JSON_LD_LIMIT)
      return
    }
    this.#left -= TEXT_COST
    if (this.#left < 0) this.stop()
    const { children } = this.#open.top
    const last = children.length - 1
    if (typeof children[last] === 'string') children[last] += decoded(text)
    else children.push(decoded(text))
  }

  override onopentagname(start: number, end: number): void {
    this.#tag = tagOf(this.#html.slice(start, end).toLowerCase())
    this.#attribs = {}
    if (this.#unseen?.tag.name === 'svg' && this.#tag.endsParagraph) this.#unseen = null
  }

  override onattribname(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase()
    this.#attribute = READ_ATTRIBUTES.has(name) ? name : ''
    this.#value = ''
  }

  override onattribdata(start: number, end: number): void {
    if (this.#attribute)
      this.#value = this.#html.slice(start, Math.min(end, start + ATTRIBUTE_LIMIT))
  }

  override onattribend(): void {
    if (!this.#attribute || this.#attribs[this.#attribute] !== undefined) return
    const value = this.#value
    this.#attribs[this.#attribute] = value.includes('&') ? decodeHTMLAttribute(value) : value
  }

  override onopentagend(): void {
    if (!this.#unseen) this.#enter()
    else if (this.#tag === this.#unseen.tag) this.#unseen.depth++
  }

  override onselfclosingtag(): void {
    if (!this.#unseen && this.#tag.name !== 'svg') this.#enter()
  }

  override onclosetag(start: number, end: number): void {
    const tag = tagOf(this.#html.slice(start, end).toLowerCase())
    if (!this.#unseen) {
      this.#left += this.#open.close(tag)
    } else if (tag === this.#unseen.tag && --this.#unseen.depth === 0) this.#unseen = null
  }

  #enter(): void {
    const tag = this.#tag
    if (tag.isUnseen) {
      const isJsonLd = tag.name === 'script' && /ld\+json/i.test(this.#attribs.type ?? '')
      this.#unseen = { tag, depth: 1, isJsonLd }
      return
    }
    this.#left += this.#open.closeImplied(tag)
    if (this.#open.isFull && !tag.isVoid) {
      if (!tag.isInline) this.#part()
      return
    }
    if (--this.#left < 0) {
      this.stop()
      return
    }
    const el = { tag: tag.name, attribs: this.#attribs, parent: this.#open.top, children: [] }
    el.parent.children.push(el)
    this.#note(el)
    if (tag.isVoid) return
    this.#open.push(el, tag)
  }

  /** Stands for the start of a block that is too deep to be kept. */
  #part(): void {
    const { children } = this.#open.top
    if (children.at(-1) === PART) return
    children.push(PART)
    this.#left--
  }

  #note(el: El): void {
    if (el.tag === 'meta') keep(this.tree.metas, el, STATED_LIMIT)
    if (el.tag === 'link') keep(this.tree.links, el, STATED_LIMIT)
    const isDate = el.tag === 'time' || el.attribs.itemprop?.startsWith('date')
    if (isDate) keep(this.tree.times, el, STATED_LIMIT)
  }
}

function keep<T>(list: T[], item: T, limit: number): void {
  if (list.length < limit) list.push(item)
}

function decoded(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}
