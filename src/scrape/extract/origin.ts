import { isNode, textOf } from './json-ld.ts'
import { firstOf, linkOf } from './meta.ts'
import type { State } from './state.ts'
import { tidy } from './text.ts'
import type { El, Tree } from './tree.ts'

/**
 * The canonical address as stated, if it leads to the publisher's own site and not just to its front
 * page; else null.
 */
export function readCanonicalUrl(state: State): string | null {
  const page = absolute(state.url, state.url)
  if (!page) return null
  for (const stated of [linkOf(state.links, 'canonical'), firstOf(state.meta, ['og:url'])]) {
    const url = stated ? absolute(stated, state.url) : null
    const isOwn =
      url && siteOf(url) === siteOf(page) && (url.pathname !== '/' || page.pathname === '/')
    if (isOwn) return url.href
  }
  return null
}

/** The name of the site, as it calls itself. */
export function readSite(state: State): string | null {
  const publisher = state.article?.publisher
  const stated =
    firstOf(state.meta, ['og:site_name']) ??
    (isNode(publisher) ? textOf(publisher.name) : null) ??
    firstOf(state.meta, ['application-name'])
  return stated ? tidy(stated) || null : null
}

export function readLang(tree: Tree, state: State): string | null {
  const html = tree.root.children.find(
    (child): child is El => typeof child !== 'string' && child.tag === 'html',
  )
  const stated =
    html?.attribs.lang ||
    textOf(state.article?.inLanguage) ||
    firstOf(state.meta, ['content-language', 'language'])
  return stated ? stated.trim().replace('_', '-') : null
}

function absolute(address: string, base: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null
}

/** The part of a host that a publisher owns: its last two labels, three for the likes of co.uk. */
function siteOf(url: URL): string {
  const labels = url.hostname.split('.')
  const isSecondLevel = /^(?:ac|co|com|edu|gov|net|org)$/.test(labels.at(-2) ?? '')
  return labels.slice(isSecondLevel ? -3 : -2).join('.')
}
