import type { NewsArticle } from './corpus.ts'

export const DESIGNS = ['component', 'microdata', 'semantic', 'soup', 'table', 'wordpress'] as const
export type Design = (typeof DESIGNS)[number]

/** Kinds of feed, each with the path where a publisher of that kind has it. */
export const FEED_PATHS = { rss: '/feed/', atom: '/atom.xml', json: '/feed.json' } as const
export type FeedKind = keyof typeof FEED_PATHS

export type Publisher = {
  /** Lower-case letters, digits and hyphens. */
  id: string
  outlet: string
  /** Where it is played, without a port: `collider.localhost`. */
  host: string
  feedPath: string
  feedKind: FeedKind
  design: Design
}

/** The outlet that these articles of one host make; the same for the same outlet in any corpus. */
export function publisherOf(host: string, articles: NewsArticle[]): Publisher {
  const outlet = articles[0]?.outlet ?? host
  // Atom demands a date of every entry, and an undated article must not get one
  const isUndated = articles.some((article) => article.published === null)
  const feedKind = pick<FeedKind>(
    isUndated ? ['rss', 'json'] : ['rss', 'atom', 'json'],
    `feed of ${outlet}`,
  )
  return {
    id: host.replace(/\.localhost$/, '').replaceAll(/[^a-z0-9]+/g, '-'),
    outlet,
    host,
    feedKind,
    feedPath: FEED_PATHS[feedKind],
    design: pick(DESIGNS, outlet),
  }
}

/** `https://www.collider.com/a/?p=1` is played at host `www.collider.localhost`. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/(\.[^.]+)?$/, '.localhost')
}

/** `https://collider.com/a/?p=1` is played at path `/a/?p=1`. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** One of the choices, always the same one for the same name. */
export function pick<Choice>(choices: readonly [Choice, ...Choice[]], name: string): Choice {
  return choices[hash(name) % choices.length] ?? choices[0]
}

/** FNV-1a, 32 bit, with its upper half folded in: its lowest bits alone spread badly. */
function hash(name: string): number {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(name)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0
  }
  return (value ^ (value >>> 16)) >>> 0
}
