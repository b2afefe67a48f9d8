import type { Text } from './draft.ts'
import { unwrap, unwrapXhtml } from './markup.ts'
import type { Node } from './nodes.ts'

const PLAIN = /^(?:text|text\/plain)?$/i
const HTML = /^(?:html|text\/html)$/i
const XHTML = /^(?:xhtml|application\/xhtml\+xml|application\/xml|text\/xml)$/i
const ELEMENT = /<[a-z][^<>]*>/i

/** The first of these elements that says something. */
export function firstText(nodes: Node[], isAtom: boolean): Text | null {
  for (const node of nodes) {
    const text = isAtom || node.name.startsWith('atom:') ? atomText(node) : rssText(node)
    if (text !== null && text.value.trim() !== '') return text
  }
  return null
}

/** RSS does not say whether a text is HTML: nearly always it is, and plain text reads the same so. */
function rssText({ markup }: Node): Text {
  return { value: unwrap(markup), form: 'html' }
}

/**
 * RFC 4287, 3.1 and 4.1.3.3; in Atom 0.3 `mode` says how a text is written. Null for what is no text,
 * such as a picture, and for what stands at another address.
 */
function atomText({ markup, attributes: { type = '', mode = '' } }: Node): Text | null {
  if (mode === 'base64') return base64Text(markup, type)
  if (XHTML.test(type) && mode !== 'escaped') return { value: unwrapXhtml(markup), form: 'html' }
  if (HTML.test(type) || XHTML.test(type)) return { value: unwrap(markup), form: 'html' }
  if (!PLAIN.test(type)) return null
  const isMarkedUp = ELEMENT.test(markup.replace(/<!\[CDATA\[[\s\S]*?]]>/g, ''))
  return { value: unwrap(markup), form: isMarkedUp ? 'html' : 'plain' }
}

function base64Text(markup: string, type: string): Text | null {
  try {
    const bytes = Uint8Array.from(atob(unwrap(markup).trim()), (char) => char.charCodeAt(0))
    const form = HTML.test(type) || XHTML.test(type) ? 'html' : 'plain'
    return { value: new TextDecoder().decode(bytes), form }
  } catch {
    return null // an InvalidCharacterError: it is no base64
  }
}
