import { isNode, listOf, textOf } from './json-ld.ts'
import { allOf } from './meta.ts'
import { namesIn } from './names.ts'
import { resolve, type State } from './state.ts'

const AUTHOR_META = [
  'author',
  'article:author',
  'article:byline',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'cxenseparse:author',
  'og:author',
  'og:article:author',
  'citation_author',
  'dable:author',
]

/** The people who wrote it, as stated; where nobody is stated, as the byline on the page says. */
export function readAuthors(state: State, bylines: string[], site: string | null): string[] {
  const stated = listOf(state.article?.author ?? state.article?.creator)
  const sources = [
    stated.flatMap((author) => authorText(author, state) ?? []),
    allOf(state.meta, AUTHOR_META),
    bylines,
  ]
  for (const source of sources) {
    const names = [...new Set(source.flatMap((text) => namesIn(text, site)))]
    if (names.length > 0) return names
  }
  return []
}

function authorText(author: unknown, state: State): string[] {
  if (typeof author === 'string') return [author]
  if (!isNode(author)) return []
  const node = resolve(author, state.nodes)
  return listOf(node.name).flatMap((name) => textOf(name) ?? [])
}
