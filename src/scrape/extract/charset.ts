const META_LIMIT = 4096 // bytes; HTML asks for the first 1024, pages put it later

const DECLARED = /charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{2,40})/i

const BYTE_ORDER_MARKS: [label: string, bytes: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The text of a page. Its charset is, in the order of the Encoding Standard and HTML: the byte order
 * mark, the header, the page's own `<meta>`, and UTF-8. A charset that nobody knows is skipped; bytes
 * that do not fit become U+FFFD. Never throws.
 */
export function decode(body: Uint8Array, contentType: string | null): string {
  const decoder =
    decoderOf(markOf(body)) ?? decoderOf(declaredIn(contentType)) ?? decoderOf(metaOf(body))
  return (decoder ?? new TextDecoder()).decode(body)
}

function markOf(body: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([, bytes]) => bytes.every((byte, at) => body[at] === byte))
  return found?.[0] ?? null
}

/** A page that says in ASCII that it is UTF-16 is not: HTML reads that as UTF-8. */
function metaOf(body: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(body.subarray(0, META_LIMIT))
  const at = head.search(/<meta\s|<\?xml\s/i)
  const label = at < 0 ? null : (declaredIn(head.slice(at)) ?? encodingOf(head))
  return label?.toLowerCase().startsWith('utf-16') ? 'utf-8' : label
}

function encodingOf(head: string): string | null {
  return /^<\?xml [^>]{0,200}encoding=["']([\w:.-]{2,40})/i.exec(head.trimStart())?.[1] ?? null
}

function declaredIn(text: string | null): string | null {
  return text ? (DECLARED.exec(text)?.[1] ?? null) : null
}

function decoderOf(label: string | null): TextDecoder | null {
  if (!label) return null
  try {
    return new TextDecoder(label)
  } catch {
    return null // a RangeError: the Encoding Standard knows no such label
  }
}
