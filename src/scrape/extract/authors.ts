import { isNode, listOf, textOf } from './json-ld.ts'
import { allOf } from './meta.ts'
import { looksLikeName, readCredit } from './names.ts'
import { resolve, type State } from './state.ts'
import { fold } from './text.ts'

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
  'dable:author',
]

const MOST = 50 // authors; a paper may have more, an article has not

/**
 * Who wrote it. People come first: as the publisher states them, or where it states none, as the
 * byline on the page names them. Only where no person is named anywhere, the agency or outlet stands
 * that the publisher states as the author.
 */
export function readAuthors(state: State, bylines: string[][], site: string | null): string[] {
  const outlets = outletsOf(state, site)
  const peopleIn = (texts: string[]) =>
    unique(texts.flatMap((text) => readCredit(text, outlets).people))
  const cited = allOf(state.meta, ['citation_author']).map(turned)
  const sources = [statedIn(state), cited, allOf(state.meta, AUTHOR_META)]
  const stated = sources.map(peopleIn).find((names) => names.length > 0) ?? []
  if (stated.length > 0) return stated
  for (const texts of bylines) {
    const shown = peopleIn(texts).filter(looksLikeName)
    if (shown.length > 0) return shown
  }
  return unique(sources.flat().flatMap((text) => readCredit(text, outlets).organisations)).slice(
    0,
    1,
  )
}

function statedIn(state: State): string[] {
  const authors = listOf(state.article?.author ?? state.article?.creator).slice(0, MOST)
  return authors.flatMap((author) => {
    if (typeof author === 'string') return [author]
    if (!isNode(author)) return []
    return listOf(resolve(author, state).name).flatMap((name) => textOf(name) ?? [])
  })
}

/** Papers are cited by last name first: "Doe, Jane". */
function turned(name: string): string {
  return name.split(',', 2).reverse().join(' ')
}

/** The names of the outlet, folded into one word each: its site's and its host's. */
function outletsOf({ url }: State, site: string | null): string[] {
  const labels = URL.canParse(url) ? new URL(url).hostname.split('.') : []
  const names = [site ?? '', ...labels.filter((label) => label.length > 3)]
  return names.map((name) => fold(name).replaceAll(' ', '')).filter((name) => name !== '')
}

function unique(names: string[]): string[] {
  return [...new Map(names.map((name) => [fold(name), name])).values()]
}
