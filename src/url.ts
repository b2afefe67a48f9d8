import { getDomain } from 'tldts'
import { isTracking } from './tracking.ts'

const LONGEST = 8000 // octets of an address that servers are asked to take (RFC 9110, 4.1)

/** Parameters that ask for the AMP form of a page; without them a site answers with its main form. */
const AMP_PARAMETERS: readonly [name: string, value: RegExp][] = [
  ['amp', /^(?:1|true|)$/i], // amp-wp.org, “Paired URL structures”
  ['outputtype', /^amp$/i], // Arc XP
]

/** Addresses that only stand for another, which they name: its scheme and what follows, or a parameter. */
const AMP_CACHE = /^\/[cv]\/(s\/)?(.+)$/ // ampproject/amphtml, spec/amp-cache-guidelines
const AMP_CACHE_HOST = /\.(?:cdn\.ampproject\.org|bing-amp\.com)$/
const AMP_VIEWER = /^\/amp\/(s\/)?(.+)$/
const GOOGLE_HOST = /^(?:www\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/
const REDIRECTS: readonly [host: RegExp, path: RegExp, parameters: string[]][] = [
  [GOOGLE_HOST, /^\/url$/, ['url', 'q']], // Google Alerts' feeds
  [/^www\.bing\.com$/, /^\/news\/apiclick\.aspx$/, ['url']], // Bing News' feeds
]

/**
 * The address under which an article is kept, or null for what is no http(s) address. Idempotent.
 * Gone are what a server never sees (fragment, default port, case of the host, credentials), what
 * does not change its answer (tracking), caches and redirects that name their target, and AMP where
 * the main form is certain. Percent signs are as RFC 3986, 6.2.2 has them.
 *
 * Left as they are, because a server may answer differently: the scheme, `www.`, `m.` and `amp.` hosts,
 * slashes at the end and in a row, the order of parameters. Where two of them are one page, the page
 * says so by `rel=canonical` when it is read.
 */
export function canonicalUrl(address: string, base?: string): string | null {
  let url = address.length > LONGEST ? null : URL.parse(address, base)
  while (url && /^https?:$/.test(url.protocol) && url.href.length <= LONGEST) {
    clean(url)
    const target = targetOf(url)
    if (!target) return url.href
    url = target
  }
  return null
}

function clean(url: URL): void {
  if (!url.hash.startsWith('#!')) url.hash = '' // behind #! stands which page a script shows
  url.username = ''
  url.password = ''
  url.hostname = url.hostname.replace(/\.+$/, '')
  url.pathname = withoutAmp(evenPercents(url.pathname))
  const pairs = url.search.slice(1).split('&').map(evenPercents)
  const kept = pairs.filter((pair) => !isDropped(pair))
  url.search = kept.length > 0 ? `?${kept.join('&')}` : ''
}

/**
 * A path without `/amp` behind an article's slug, as WordPress and others have it. Only behind three
 * words or a number of five digits: `/tag/amp` and `/guitar/amp` are pages of their own.
 */
function withoutAmp(path: string): string {
  const [, before = '', slash = ''] = /^(.*?)(?:\/amp)+(\/?)$/i.exec(path) ?? []
  const slug = before.slice(before.lastIndexOf('/') + 1)
  return slug.split('-').length > 2 || /\d{5}/.test(slug) ? before + slash : path
}

/** The address that one of a cache or a redirect names, or null. */
function targetOf({ hostname, pathname, search, searchParams }: URL): URL | null {
  const isViewer = GOOGLE_HOST.test(hostname)
  const path = AMP_CACHE_HOST.test(hostname) ? AMP_CACHE : isViewer ? AMP_VIEWER : null
  const cached = path?.exec(pathname)
  if (cached) return webUrl(`http${cached[1] ? 's' : ''}://${cached[2]}${search}`)
  for (const [host, path, parameters] of REDIRECTS) {
    if (!host.test(hostname) || !path.test(pathname)) continue
    for (const name of parameters) {
      const target = webUrl(searchParams.get(name) ?? '')
      if (target) return target
    }
  }
  return null
}

function webUrl(address: string): URL | null {
  return /^https?:\/\//i.test(address) ? URL.parse(address) : null
}

function isDropped(pair: string): boolean {
  if (pair === '') return true
  const [name = '', value = ''] = pair.split('=', 2)
  if (isTracking(name)) return true
  return AMP_PARAMETERS.some(([one, values]) => one === name.toLowerCase() && values.test(value))
}

/**
 * Escapes in capitals, and letters, digits and `-._~` unescaped; servers must take both alike. A
 * text in which a percent sign escapes nothing is only put in capitals: unescaping could make it
 * an escape.
 */
function evenPercents(text: string): string {
  if (!text.includes('%')) return text
  const isSound = !/%(?![\da-f]{2})/i.test(text)
  return text.replace(/%[\da-f]{2}/gi, (escaped) => {
    const char = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return isSound && /[\w.~-]/.test(char) ? char : escaped.toUpperCase()
  })
}

/**
 * Whether two addresses are of the same site: they share the domain that somebody registered. By the
 * Public Suffix List, with the suffixes that hosters let others have: two blogs of one hoster are two.
 */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one)?.hostname, URL.parse(other)?.hostname]
  if (!a || !b) return false
  if (a === b) return true
  const [domain, otherDomain] = [registered(a), registered(b)]
  return domain !== null && domain === otherDomain
}

/** The registered domain of a host; null for an IP address and for a public suffix. */
function registered(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true })
}

/** The words of an address's path and query, parted by spaces: `/2026/glass-harbor-2/` is `2026 glass harbor 2`. */
export function pathWords(address: string): string {
  const { pathname = '', search = '' } = URL.parse(address) ?? {}
  return `${decodeLoosely(pathname)} ${decodeLoosely(search)}`
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a URIError: percent signs that are none of UTF-8
  }
}
