import { type Tag, tagOf } from './tags.ts'
import type { El } from './tree.ts'

const DEPTH_LIMIT = 256 // elements; what stands deeper joins the one at the limit
const CROSSING_LIMIT = 8 // elements that the end tag of an inline element may close on its way

/**
 * The elements that are open while a page is parsed, innermost last. Closing tells how many elements
 * were taken out of the tree again because they stayed empty: nobody will read those.
 */
export class OpenElements {
  top: El
  readonly #open: { el: El; tag: Tag }[]
  readonly #counts = new Map<Tag, number>()

  constructor(root: El) {
    this.top = root
    this.#open = [{ el: root, tag: tagOf(root.tag) }]
  }

  /** Whether nothing may be opened inside of the innermost element any more. */
  get isFull(): boolean {
    return this.#open.length >= DEPTH_LIMIT
  }

  push(el: El, tag: Tag): void {
    this.#open.push({ el, tag })
    this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1)
    this.top = el
  }

  /** Closes what the start tag of `tag` ends. */
  closeImplied(tag: Tag): number {
    let removed = 0
    while (tag.closes?.has(this.top.tag)) removed += this.#pop()
    if (tag.endsParagraph && this.top.tag === 'p') removed += this.#pop()
    return removed
  }

  /** Closes the nearest open element of this name; inline ones do not reach beyond their block. */
  close(tag: Tag): number {
    if ((this.#counts.get(tag) ?? 0) === 0) return 0
    const floor = tag.isInline ? Math.max(1, this.#open.length - CROSSING_LIMIT) : 1
    let at = this.#open.length - 1
    while (at >= floor && this.#open[at]?.tag !== tag) {
      if (tag.isInline && !this.#open[at]?.tag.isInline) return 0
      at--
    }
    let removed = 0
    if (at >= floor) while (this.#open.length > at) removed += this.#pop()
    return removed
  }

  #pop(): number {
    const closed = this.#open.pop()
    const outer = this.#open.at(-1)
    if (!closed || !outer) return 0
    this.#counts.set(closed.tag, (this.#counts.get(closed.tag) ?? 1) - 1)
    this.top = outer.el
    if (closed.el.children.length > 0 || this.top.children.at(-1) !== closed.el) return 0
    this.top.children.pop()
    return 1
  }
}
