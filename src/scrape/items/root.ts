import { lineOf } from '../plain-text.ts'

/** A document of XML: what it is, its root's prefix, and where the root begins. */
export type XmlRoot = {
  kind: 'rss' | 'rdf' | 'atom' | 'sitemap' | 'sitemap index'
  prefix: string
  start: number
}

/** What a document is by its first element. */
export type Root =
  | XmlRoot
  | { kind: 'json' }
  | { kind: 'none'; reason: string; looksLike?: 'page' | 'captcha' | 'empty' }

const HEAD = 20_000 // characters in which the first element must stand: warnings come before it
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g
const ROOTS: [name: RegExp, kind: XmlRoot['kind']][] = [
  [/<(?:([\w.-]+):)?(?:rss|channel)(?=[\s/>])/i, 'rss'],
  [/<(?:([\w.-]+):)?rdf(?=[\s/>])/i, 'rdf'],
  [/<(?:([\w.-]+):)?feed(?=[\s/>])/i, 'atom'],
  [/<(?:([\w.-]+):)?urlset(?=[\s/>])/i, 'sitemap'],
  [/<(?:([\w.-]+):)?sitemapindex(?=[\s/>])/i, 'sitemap index'],
  [/<(?:([\w.-]+):)?item(?=[\s/>])/i, 'rss'], // the root itself is missing
  [/<(?:([\w.-]+):)?entry(?=[\s/>])/i, 'atom'],
]
const PAGE = /<!doctype\s+html|<(?:html|head|body)(?=[\s/>])/i
const HTML = /<(?:h[1-6]|p|div|script|title|meta|table|a)(?=[\s/>])/i
const WALL =
  /captcha|are you (?:a )?(?:human|robot)|not a robot|just a moment|checking your browser|verify(?:ing)? (?:that )?you are human|attention required|access (?:to this page has been )?denied|unusual traffic|pardon our interruption|ddos protection|enable javascript and cookies/i

/** Tells a document by what stands in it, not by its content type. What precedes its root is junk. */
export function rootOf(text: string): Root {
  if (text.trim() === '') return { kind: 'none', reason: 'an empty answer', looksLike: 'empty' }
  if (/^\s*\{/.test(text)) return { kind: 'json' }
  const head = text.slice(0, HEAD).replace(COMMENT, (comment) => ' '.repeat(comment.length))
  const page = head.search(PAGE)
  let first: XmlRoot | null = null
  for (const [name, kind] of ROOTS) {
    const found = name.exec(head)
    if (found && found.index < (first?.start ?? head.length))
      first = { kind, prefix: (found[1] ?? '').toLowerCase(), start: found.index }
  }
  if (first && (page < 0 || first.start < page)) return first
  if (page >= 0 || HTML.test(head)) return pageOf(head)
  return { kind: 'none', reason: /^\s*</.test(head) ? 'XML of another kind' : 'plain text' }
}

function pageOf(head: string): Root {
  const title = lineOf(/<title[^>]{0,200}>([^<]{0,200})/i.exec(head)?.[1] ?? '')
  const named = title === '' ? '' : `: “${title}”`
  return WALL.test(head)
    ? { kind: 'none', reason: `a test whether we are human${named}`, looksLike: 'captcha' }
    : { kind: 'none', reason: `a page${named}`, looksLike: 'page' }
}
