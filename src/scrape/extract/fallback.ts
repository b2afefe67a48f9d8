import { textOf } from './json-ld.ts'
import type { State } from './state.ts'

const SHORTEST = 250 // characters of a string that may be an article
const MARKUP = /<(?:p|br)[\s/>]/i
const ESCAPED_MARKUP = /(?:<|\\u003c)(?:p|br)[\s/>\\]/i

/**
 * The article's HTML where the page's own markup has none, because a script writes it later: as
 * JSON-LD states it, or as the longest string with paragraphs in the page's scripts. Null if neither.
 */
export function findHiddenBody(state: State, html: string): string | null {
  const stated = textOf(state.article?.articleBody) ?? ''
  if (stated.length >= SHORTEST) return MARKUP.test(stated) ? stated : paragraphsOf(stated)
  return longestMarkup(html)
}

function paragraphsOf(text: string): string {
  return text
    .split(/\n+/)
    .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
    .join('')
}

function longestMarkup(html: string): string | null {
  let longest = ''
  for (const script of scriptsOf(html))
    for (const literal of stringsOf(script))
      if (literal.length > longest.length && ESCAPED_MARKUP.test(literal)) longest = literal
  return longest === '' ? null : unescaped(longest)
}

function* scriptsOf(html: string): Generator<string> {
  for (let at = html.indexOf('<script'); at >= 0; at = html.indexOf('<script', at)) {
    const end = html.indexOf('</script', at)
    yield html.slice(at, end < 0 ? html.length : end)
    at = end < 0 ? html.length : end
  }
}

/** The long string literals of a script, with their quotation marks; each character is read once. */
function* stringsOf(script: string): Generator<string> {
  for (let at = script.indexOf('"'); at >= 0; at = script.indexOf('"', at)) {
    const end = endOfString(script, at + 1)
    if (end - at >= SHORTEST) yield script.slice(at, end + 1)
    at = end + 1
  }
}

function endOfString(script: string, from: number): number {
  for (let at = from; at < script.length; at++) {
    const sign = script[at]
    if (sign === '\\') at++
    else if (sign === '"') return at
  }
  return script.length
}

/** A literal's text; scripts that carry JSON in a string have it escaped twice. */
function unescaped(literal: string): string | null {
  try {
    const once: unknown = JSON.parse(literal)
    return typeof once === 'string' && MARKUP.test(once) ? once : null
  } catch {
    return null // no JSON string after all
  }
}
