/** Octets that mean the same with and without percent-encoding: unreserved, and inert punctuation. */
const PLAIN = /[A-Za-z0-9\-._~!'(),;:@]/

/** In a query a slash and a question mark part nothing (RFC 9309, 2.2.2, its table). */
const PLAIN_IN_QUERY = /[/?]/

/**
 * A path or pattern in the form in which they are compared (RFC 9309, 2.2.2): UTF-8 percent-encoded,
 * hexadecimal in capitals, what needs no encoding without it. A `$` that is no anchor is a letter.
 */
export function comparable(path: string): string {
  const query = path.indexOf('?')
  return path.replace(/%[0-9a-f]{2}|\$(?!$)|[^\x21-\x7e]+/giu, (found: string, at: number) => {
    if (found === '$') return '%24'
    if (!found.startsWith('%') || found.length !== 3) return encoded(found)
    const letter = String.fromCharCode(Number.parseInt(found.slice(1), 16))
    const isPlain = PLAIN.test(letter) || (query >= 0 && at > query && PLAIN_IN_QUERY.test(letter))
    return isPlain ? letter : found.toUpperCase()
  })
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/**
 * Whether a pattern matches the beginning of a path; `*` stands for any letters, `$` at the end for
 * the path's end (RFC 9309, 2.2.3). Steps are bounded by pattern times path, whatever the stars.
 */
export function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const [head = '', ...rest] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(head)) return false
  let at = head.length
  const last = rest.pop()
  if (last === undefined) return !isAnchored || at === path.length
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (!isAnchored) return path.includes(last, at)
  return path.endsWith(last) && path.length - last.length >= at
}
