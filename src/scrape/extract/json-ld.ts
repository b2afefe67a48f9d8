/** A JSON-LD node: whatever properties somebody wrote. */
export type Node = Record<string, unknown>

const NODE_LIMIT = 5000 // nodes kept of one page
const DEPTH_LIMIT = 12 // levels below a block's top
const BLOCK_LIMIT = 2_000_000 // characters of one block; longer ones are no metadata

/** Properties that hold articles which are not the page's own. */
const ASIDE = new Set([
  'citation',
  'comment',
  'hasPart',
  'liveBlogUpdate',
  'mentions',
  'relatedLink',
])

const TRAILING_COMMA = /,(?=\s{0,200}[\]}])/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: raw line breaks in strings are what breaks JSON most
const CONTROL = /[\u0000-\u001f]+/g
const WRAPPER =
  /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/g

/** Every node of a page's JSON-LD, outer before inner, in order; broken blocks are mended or left. */
export function readJsonLd(blocks: string[]): Node[] {
  const nodes: Node[] = []
  for (const block of blocks)
    if (block.length <= BLOCK_LIMIT) collect(parseLoosely(block), nodes, 0)
  return nodes
}

/** The types of a node, without their vocabulary: `https://schema.org/NewsArticle` is NewsArticle. */
export function typesOf(node: Node): string[] {
  return listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.slice(type.lastIndexOf('/') + 1)] : [],
  )
}

/** A property as a list: absent is empty, one value is a list of one. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** A property's text, also when it came as a list or as `{ "@value": … }`. */
export function textOf(value: unknown): string | null {
  const [first] = listOf(value)
  if (typeof first === 'string') return first
  return isNode(first) && typeof first['@value'] === 'string' ? first['@value'] : null
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > DEPTH_LIMIT || nodes.length >= NODE_LIMIT) return
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, depth + 1)
  if (!isNode(value)) return
  nodes.push(value)
  for (const [property, inner] of Object.entries(value))
    if (typeof inner === 'object' && !ASIDE.has(property)) collect(inner, nodes, depth + 1)
}

function parseLoosely(block: string): unknown {
  const bare = block.replace(WRAPPER, '')
  return (
    parseStrictly(bare) ??
    parseStrictly(bare.replace(CONTROL, ' ')) ??
    parseStrictly(bare.replace(CONTROL, ' ').replace(TRAILING_COMMA, '')) ??
    parseStrictly(`${bare.replace(CONTROL, ' ').replace(TRAILING_COMMA, '')}}`)
  )
}

function parseStrictly(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // mended further by the caller, or given up
  }
}
