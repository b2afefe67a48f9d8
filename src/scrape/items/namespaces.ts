/** Namespaces by the prefix that they usually bear; '' is a feed's or sitemap's own language. */
const NAMESPACES: Partial<Record<string, string>> = {
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'backend.userland.com/rss091': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'purl.org/atom/ns': 'atom',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/net/rss1.1': '',
  'purl.org/rss/1.0': '',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'search.yahoo.com/mrss': 'media',
  'www.google.com/schemas/sitemap-news/0.9': 'news',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'www.sitemaps.org/schemas/sitemap/0.9': '',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.w3.org/2005/atom': 'atom',
}

const DECLARED = /\sxmlns:([\w.-]+)\s*=\s*["']([^"']{1,200})["']/g

/** Names of a document's elements, whatever prefixes its author gave them. */
export type Naming = (name: string) => string

/**
 * Tells an element's usual name: `d:creator` with Dublin Core under `d` is `dc:creator`; names of the
 * root's own language have no prefix. A prefix that nobody declared means what it usually does.
 */
export function namingOf(xml: string, rootPrefix: string, isAtom: boolean): Naming {
  const usual = new Map<string, string>()
  for (const [, prefix = '', uri = ''] of xml.matchAll(DECLARED)) {
    const known = NAMESPACES[bare(uri)]
    if (known !== undefined) usual.set(prefix.toLowerCase(), known)
  }
  if (rootPrefix) usual.set(rootPrefix, isAtom ? 'atom' : (usual.get(rootPrefix) ?? ''))
  return (name) => {
    const colon = name.indexOf(':')
    if (colon < 0) return name
    const prefix = name.slice(0, colon)
    const own = usual.get(prefix) ?? prefix
    return own === '' || (isAtom && own === 'atom')
      ? name.slice(colon + 1)
      : `${own}${name.slice(colon)}`
  }
}

/** Authors write namespaces with https, without the last sign, in other cases. */
function bare(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '')
}
