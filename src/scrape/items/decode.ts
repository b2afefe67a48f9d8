import { decode } from '../extract/charset.ts'

/** What XML 1.0, 2.2 does not allow, and signs of direction and width that only hide. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufeff\ufffe\uffff]/g

/**
 * The text of a feed or sitemap. Bytes that are UTF-8 beyond doubt are read so, whatever the header
 * or the XML declaration says, for both are wrong more often; then what is declared; bytes that do
 * not fit a declared UTF-8 are windows-1252. Characters that XML forbids are dropped.
 */
export function decodeXml(body: Uint8Array, contentType: string | null): string {
  return withoutIllegal(textFrom(body, contentType))
}

/** A text without the characters that XML forbids. */
export function withoutIllegal(text: string): string {
  return text.replace(ILLEGAL, '')
}

function textFrom(body: Uint8Array, contentType: string | null): string {
  if (isMarked(body)) return decode(body, contentType)
  const wide = wideOf(body)
  if (wide) return new TextDecoder(wide).decode(body)
  if (isUtf8(body)) return new TextDecoder().decode(body)
  const declared = decode(body, contentType)
  return isGarbled(declared) ? new TextDecoder('windows-1252').decode(body) : declared
}

function isMarked([first, second]: Uint8Array): boolean {
  return (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)
}

/** UTF-16 without a mark: its first character, `<` or `{`, has a zero byte beside it. */
function wideOf([first, second]: Uint8Array): string | null {
  if (first === 0 && (second === 0x3c || second === 0x7b)) return 'utf-16be'
  if (second === 0 && (first === 0x3c || first === 0x7b)) return 'utf-16le'
  return null
}

/** Whether the bytes are UTF-8 and not only ASCII, which escapes of other charsets are as well. */
function isUtf8(body: Uint8Array): boolean {
  if (!body.some((byte) => byte > 0x7f)) return false
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(body)
    return true
  } catch {
    return false // a TypeError, at the first byte that does not fit
  }
}

/** Whether more was lost than read of what is not ASCII: a bad byte or two in UTF-8 are no reason. */
function isGarbled(text: string): boolean {
  let lost = 0
  let read = 0
  for (const char of text) {
    if (char === '\ufffd') lost++
    else if (char > '\x7f') read++
  }
  return lost > read
}
