import { isNode, listOf, type Node, readJsonLd, textOf, typesOf } from './json-ld.ts'
import { firstOf, linkOf, type Meta, readMeta } from './meta.ts'
import { fold } from './text.ts'
import type { El, Tree } from './tree.ts'

/** What a publisher states about a page, apart from the page's own text. */
export type State = {
  url: string
  meta: Meta
  links: El[]
  /** The JSON-LD node that describes this article, and every node to resolve its references in. */
  article: Node | null
  nodes: Node[]
  byId: Map<string, Node>
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|^Report|^Review)$/
const TITLE_LENGTH = 1000 // characters that a headline is compared by
const FIELDS = ['headline', 'datePublished', 'author', 'articleBody', 'dateModified'] as const

export function readState(tree: Tree, url: string): State {
  const meta = readMeta(tree)
  const nodes = readJsonLd(tree.jsonLd)
  const state = { url, meta, links: tree.links, nodes, byId: indexOf(nodes), article: null }
  return { ...state, article: articleOf(state) }
}

/** A node in full, where only its `@id` is given. */
export function resolve(node: Node, { byId }: State): Node {
  const id = node['@id']
  if (typeof id !== 'string' || Object.keys(node).length > 1) return node
  return byId.get(id) ?? node
}

function indexOf(nodes: Node[]): Map<string, Node> {
  const full = nodes.filter((node) => Object.keys(node).length > 1)
  return new Map(
    full.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node]] : [])),
  )
}

/** Of several articles on one page, the one that bears its address or title, else the fullest. */
function articleOf(state: State): Node | null {
  const own = addressesOf(state)
  const title = fold(firstOf(state.meta, ['og:title', 'twitter:title', 'title']) ?? '')
  let best: Node | null = null
  let bestScore = 0
  for (const node of state.nodes) {
    const score = scoreOf(node, own, title)
    if (score > bestScore) {
      best = node
      bestScore = score
    }
  }
  return best
}

function scoreOf(node: Node, own: Set<string>, title: string): number {
  const types = typesOf(node)
  const isArticle =
    types.some((type) => ARTICLE_TYPE.test(type)) || types.includes('LiveBlogPosting')
  const isPage = types.includes('WebPage') && typeof node.datePublished === 'string'
  if (!isArticle && !isPage) return 0
  const headline = fold((textOf(node.headline) ?? textOf(node.name) ?? '').slice(0, TITLE_LENGTH))
  const isTitled =
    headline.length > 10 && (title.startsWith(headline) || headline.startsWith(title))
  return (
    (isArticle ? 10 : 1) +
    (addressesIn(node).some((address) => own.has(address)) ? 8 : 0) +
    (isTitled && title ? 4 : 0) +
    FIELDS.filter((field) => node[field] !== undefined).length
  )
}

function addressesOf({ url, meta, links }: State): Set<string> {
  const stated = [url, linkOf(links, 'canonical'), firstOf(meta, ['og:url'])]
  return new Set(stated.flatMap((address) => (address ? [bareAddress(address)] : [])))
}

function addressesIn(node: Node): string[] {
  return [node.url, node['@id'], node.mainEntityOfPage]
    .flatMap(listOf)
    .flatMap((value) => (isNode(value) ? [value['@id'], value.url] : [value]))
    .flatMap((value) => (typeof value === 'string' ? [bareAddress(value)] : []))
}

/** An address without what does not tell pages apart: protocol, query, fragment, last slash. */
function bareAddress(address: string): string {
  const [bare = ''] = address.slice(0, 2000).split(/[?#]/)
  return bare.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
}
