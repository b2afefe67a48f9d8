import type { Draft } from './draft.ts'
import { FIELDS, type Fields, type Frame } from './fields.ts'
import { unwrap } from './markup.ts'
import type { Node } from './nodes.ts'

type Link = Draft['urls'][number]

/** RFC 4287, 4.2.7.2: a short relation is the same as its address at IANA. */
const ALTERNATE = /(?:^|\/)alternate$/i
const PAGE_TYPE = /^(?:text\/html.*|application\/xhtml\+xml.*|)$/i
const HTTP = /^\s*https?:\/\//i

/**
 * Addresses that an entry gives for itself, best first. What only identifies it counts where it is an
 * address and nothing says that it is none.
 */
export function linksOf(
  fields: Fields,
  self: Node | undefined,
  isWhole: boolean,
  frame: Frame,
): Link[] {
  const own = baseOf(self, frame.base)
  const nodes = fields.all(FIELDS.links).filter((node) => isWhole || isAllThere(node))
  const links = nodes.flatMap((node) => linkOf(node, frame, own))
  const about = self?.attributes['rdf:about']
  if (about && HTTP.test(about)) links.push({ href: about, base: own, rank: 4 })
  return links.sort((a, b) => a.rank - b.rank).map(({ href, base }) => ({ href, base }))
}

/** Where `xml:base` of an element leads (XML Base), or `base` where it has none. */
export function baseOf(node: Node | undefined, base: string): string {
  const stated = node?.attributes['xml:base']
  return (stated === undefined ? null : URL.parse(stated.trim(), base)?.href) ?? base
}

/** An address in which the document ends may be cut off, and would lead somewhere else. */
function isAllThere(node: Node): boolean {
  return node.isClosed || node.markup.includes('<')
}

function linkOf(node: Node, { naming }: Frame, own: string): (Link & { rank: number })[] {
  const base = baseOf(node, own)
  const text = unwrap(node.markup.split('<', 1)[0] || node.markup).trim()
  const { href, rel = 'alternate', type = '', ispermalink } = node.attributes
  switch (naming(node.name)) {
    case 'feedburner:origlink':
      return [{ href: text, base, rank: 0 }]
    case 'link':
    case 'atom:link':
      if (href === undefined) return [{ href: text, base, rank: 1 }]
      return ALTERNATE.test(rel) ? [{ href, base, rank: PAGE_TYPE.test(type) ? 1 : 2 }] : []
    default:
      return HTTP.test(text) && !/^false$/i.test(ispermalink ?? '')
        ? [{ href: text, base, rank: 3 }]
        : []
  }
}
