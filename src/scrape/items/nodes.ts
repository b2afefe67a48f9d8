import { decodeXML } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { QuietListener } from '../quiet-listener.ts'

/** An element of XML, however broken; `markup` is what stands in it, as it was written. */
export type Node = {
  /** Lower case, with its prefix. */
  name: string
  attributes: Partial<Record<string, string>>
  markup: string
  children: Node[]
  /** Whether its end tag was there. */
  isClosed: boolean
}

type Open = { node: Node; tagStart: number; start: number; starts: number[] }

const DEEPEST = 6 // elements in one another; deeper ones are markup only
const MOST_CHILDREN = 1000 // of one element
const ATTRIBUTE_LIMIT = 5000 // characters

/**
 * The elements of a piece of XML, in time linear in its length; never throws. An element that is not
 * closed ends where a field begins in it, and the fields stand beside it: `<title>A<link>…</link>` is
 * a title and a link. `isField` says which names are fields. No entity is ever expanded but the five
 * of XML and characters by number.
 */
export function nodesOf(xml: string, isField: (name: string) => boolean): Node[] {
  const builder = new NodeBuilder(xml, isField)
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, builder)
  tokenizer.write(xml)
  tokenizer.end()
  return builder.nodes
}

class NodeBuilder extends QuietListener {
  readonly #xml: string
  readonly #isField: (name: string) => boolean
  readonly #open: Open[] = [opened('', 0)]
  /** Elements too deep to be kept that are open, by name. */
  readonly #tooDeep = new Map<string, number>()
  #node = opened('', 0)
  #attribute = ''

  constructor(xml: string, isField: (name: string) => boolean) {
    super()
    this.#xml = xml
    this.#isField = isField
  }

  get nodes(): Node[] {
    while (this.#open.length > 1) this.#close(this.#xml.length, false)
    return this.#open[0]?.node.children ?? []
  }

  override onopentagname(start: number, end: number): void {
    this.#node = opened(this.#xml.slice(start, end).toLowerCase(), start - 1)
  }

  override onattribname(start: number, end: number): void {
    this.#attribute = this.#xml.slice(start, end).toLowerCase()
  }

  override onattribdata(start: number, end: number): void {
    const { attributes } = this.#node.node
    const value = this.#xml.slice(start, Math.min(end, start + ATTRIBUTE_LIMIT))
    attributes[this.#attribute] ??= decodeXML(value)
  }

  override onopentagend(end: number): void {
    const { name } = this.#node.node
    if (this.#open.length > DEEPEST) {
      this.#tooDeep.set(name, (this.#tooDeep.get(name) ?? 0) + 1)
    } else this.#open.push({ ...this.#node, start: end + 1 })
  }

  override onselfclosingtag(): void {
    this.#keep({ ...this.#node.node, isClosed: true }, this.#node.tagStart)
  }

  override onclosetag(start: number, end: number): void {
    const name = this.#xml.slice(start, end).toLowerCase()
    const deep = this.#tooDeep.get(name) ?? 0
    if (deep > 0) this.#tooDeep.set(name, deep - 1)
    const at = deep > 0 ? -1 : this.#open.findLastIndex(({ node }) => node.name === name)
    if (at < 1) return
    while (this.#open.length > at + 1) this.#close(start - 2, false)
    this.#close(start - 2, true)
    this.#tooDeep.clear()
  }

  #close(end: number, isClosed: boolean): void {
    const open = this.#open.pop()
    if (!open) return
    const { node, start, starts } = open
    const cut = isClosed ? -1 : node.children.findIndex(({ name }) => this.#isField(name))
    const beside = cut < 0 ? [] : node.children.splice(cut)
    node.markup = this.#xml.slice(start, cut < 0 ? end : starts[cut])
    this.#keep({ ...node, isClosed: isClosed || cut >= 0 }, open.tagStart)
    for (const [at, child] of beside.entries()) this.#keep(child, starts[cut + at] ?? end)
  }

  #keep(node: Node, tagStart: number): void {
    const parent = this.#open.at(-1)
    if (!parent || parent.node.children.length >= MOST_CHILDREN) return
    parent.node.children.push(node)
    parent.starts.push(tagStart)
  }
}

function opened(name: string, tagStart: number): Open {
  const node = { name, attributes: {}, markup: '', children: [], isClosed: false }
  return { node, tagStart, start: tagStart, starts: [] }
}
