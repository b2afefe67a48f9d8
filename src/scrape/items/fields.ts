import type { Naming } from './namespaces.ts'
import type { Node } from './nodes.ts'

/** Names of what an entry may say, best first: RSS, Atom 0.3 and 1.0, Dublin Core. */
export const FIELDS = {
  title: ['title', 'atom:title', 'dc:title'],
  published: [
    'pubdate',
    'published',
    'atom:published',
    'issued',
    'dc:date',
    'dcterms:issued',
    'created',
    'dcterms:created',
    'date',
  ],
  updated: ['updated', 'atom:updated', 'modified', 'dcterms:modified'],
  authors: ['dc:creator', 'author', 'atom:author', 'creator', 'itunes:author'],
  summary: ['description', 'summary', 'atom:summary', 'dc:description', 'itunes:summary'],
  content: ['content:encoded', 'content', 'atom:content', 'encoded', 'xhtml:body', 'body'],
  links: ['feedburner:origlink', 'link', 'atom:link', 'guid', 'id'],
}

const ALL = new Set([
  ...Object.values(FIELDS).flat(),
  'category',
  'comments',
  'enclosure',
  'source',
])

/** What entries are read by that stands outside of them. */
export type Frame = {
  isAtom: boolean
  naming: Naming
  /** What relative links are taken from. */
  base: string
  /** The feed's own authors: those of an entry that names none (RFC 4287, 4.1.2). */
  authors: string[]
}

/** Whether an element of this usual name is a field of an entry, so that another ends where it begins. */
export function isField(name: string): boolean {
  return ALL.has(name)
}

/** The elements of an entry by their usual names. */
export class Fields {
  readonly #byName = new Map<string, Node[]>()

  constructor(nodes: Node[], naming: Naming) {
    for (const node of nodes) {
      const name = naming(node.name)
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), node])
    }
  }

  /** All elements of these names, in the order of the names. */
  all(names: string[]): Node[] {
    return names.flatMap((name) => this.#byName.get(name) ?? [])
  }

  /** The elements of the first of these names that is there. */
  first(names: string[]): Node[] {
    const name = names.find((one) => this.#byName.has(one))
    return name === undefined ? [] : (this.#byName.get(name) ?? [])
  }
}
