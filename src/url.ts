/**
 * Query parameters that only tell a publisher where a reader came from. A page answers the same
 * without them. From the documentation of the tool that adds each.
 */
const TRACKING: readonly (string | RegExp)[] = [
  /^utm_/, // Google Analytics campaigns
  /^mc_(cid|eid)$/, // Mailchimp
  /^pk_/, // Matomo, old
  /^mtm_/, // Matomo
  'dclid', // Google Display
  'fbclid', // Facebook
  'gclid', // Google Ads
  'igshid', // Instagram
  'msclkid', // Microsoft Ads
  'twclid', // X
  'yclid', // Yandex
]

/**
 * The address under which an article is kept: no tracking, no fragment, no default port.
 * Idempotent. Returns null for what is no http(s) address.
 */
export function canonicalUrl(address: string, base?: string): string | null {
  const url = URL.parse(address, base)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  url.hash = ''
  url.username = ''
  url.password = ''
  for (const name of [...url.searchParams.keys()])
    if (isTracking(name)) url.searchParams.delete(name)
  return url.href
}

function isTracking(name: string): boolean {
  return TRACKING.some((rule) => (typeof rule === 'string' ? rule === name : rule.test(name)))
}

/** Whether two addresses are of the same site: equal hosts, or one is a subdomain of the other. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one)?.hostname, URL.parse(other)?.hostname]
  if (!a || !b) return false
  const [bareA, bareB] = [a.replace(/^www\./, ''), b.replace(/^www\./, '')]
  return bareA === bareB || bareA.endsWith(`.${bareB}`) || bareB.endsWith(`.${bareA}`)
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
