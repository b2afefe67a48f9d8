import { INLINE_TAGS } from './tags.ts'
import { tidy } from './text.ts'
import type { Child, El } from './tree.ts'

/** A run of text that stands as one: a paragraph, a heading, a list item, a piece between breaks. */
export type Block = {
  /** The block element that it stands in. */
  el: El
  text: string
  /** Share of it that is link text, and that is bold: 0 to 1. */
  linked: number
  strong: number
  /** Why it is no text of the article; null while nothing speaks against it. */
  junk: string | null
}

/** A block element as the range of blocks it holds: `from` is the first, `to` is past the last. */
export type Span = { el: El; from: number; to: number; images: number }

/** A page as its blocks in reading order, and its elements as ranges of them, outer before inner. */
export type Layout = { blocks: Block[]; spans: Span[] }

type Style = { link: boolean; strong: boolean }

const STRONG_TAGS = new Set(['b', 'strong'])

/** Lays the tree out: two line breaks part blocks as an element does. */
export function layOut(root: El): Layout {
  const layout: Layout = { blocks: [], spans: [] }
  const run = new Run(layout.blocks)
  walkBlock(root, { link: false, strong: false }, run, layout)
  return layout
}

function walkBlock(el: El, style: Style, run: Run, layout: Layout): void {
  const outer = run.flushInto(el)
  const span = { el, from: layout.blocks.length, to: 0, images: -run.images }
  layout.spans.push(span)
  for (const child of el.children) walkChild(child, style, run, layout)
  run.flushInto(outer)
  span.to = layout.blocks.length
  span.images += run.images
}

function walkChild(child: Child, style: Style, run: Run, layout: Layout): void {
  if (typeof child === 'string') run.add(child, style)
  else if (child.tag === 'br') run.lineBreak()
  else if (child.tag === 'img') run.images++
  else if (!INLINE_TAGS.has(child.tag)) walkBlock(child, style, run, layout)
  else {
    const inner = {
      link: style.link || child.tag === 'a',
      strong: style.strong || STRONG_TAGS.has(child.tag),
    }
    for (const grandchild of child.children) walkChild(grandchild, inner, run, layout)
  }
}

/** The text gathered since the last block ended. */
class Run {
  /** Images met so far on the page. */
  images = 0
  readonly #blocks: Block[]
  #el: El = { tag: '#none', attribs: {}, parent: null, children: [] }
  #parts: string[] = []
  #chars = 0
  #linked = 0
  #strong = 0
  #breaks = 0

  constructor(blocks: Block[]) {
    this.#blocks = blocks
  }

  add(text: string, style: Style): void {
    this.#parts.push(text)
    const seen = text.trim().length
    if (seen === 0) return
    this.#breaks = 0
    this.#chars += seen
    if (style.link) this.#linked += seen
    if (style.strong) this.#strong += seen
  }

  lineBreak(): void {
    this.#parts.push('\n')
    if (++this.#breaks === 2) this.flushInto(this.#el)
  }

  /** Ends the block, if there is one; what follows stands in `el`. Returns where it stood before. */
  flushInto(el: El): El {
    const before = this.#el
    if (this.#chars > 0) this.#emit()
    this.#el = el
    this.#parts = []
    this.#chars = this.#linked = this.#strong = this.#breaks = 0
    return before
  }

  #emit(): void {
    const text = tidy(this.#parts.join(''))
    if (text === '') return
    this.#blocks.push({
      el: this.#el,
      text,
      linked: this.#linked / this.#chars,
      strong: this.#strong / this.#chars,
      junk: null,
    })
  }
}
