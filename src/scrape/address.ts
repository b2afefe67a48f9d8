/** IPv4 ranges that belong to nobody on the open web (RFC 6890), as [first address, prefix bits]. */
const PRIVATE_IPV4: readonly [string, number][] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by carriers
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['224.0.0.0', 3], // multicast and reserved
]

/** Names that never lead to a publisher (RFC 6761, RFC 8375, and what networks use inside). */
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|invalid|test)$/

/**
 * Why a fetch must not go to this address, or null where it may. Only http and https on the open
 * web: no loopback, private or link-local host, whatever form it is written in (the URL parser has
 * already turned decimal, octal and hex IPv4 into the dotted form). Local runs, and they alone, may
 * fetch `*.localhost`, which the demo newsroom plays.
 */
export function refusalOf(url: URL, isLocalRun: boolean): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `no web address: ${url.protocol}`
  const host = url.hostname.replace(/\.$/, '')
  if (isLocalRun && host.endsWith('.localhost')) return null
  if (host.startsWith('[')) return 'an IPv6 address in place of a name'
  if (/^[\d.]+$/.test(host)) {
    return PRIVATE_IPV4.some(([first, bits]) => isWithin(host, first, bits))
      ? 'an address inside a private network'
      : null
  }
  if (PRIVATE_NAME.test(host) || !host.includes('.')) return 'a name inside a private network'
  return null
}

function isWithin(address: string, first: string, bits: number): boolean {
  const shift = 32 - bits
  return numberOf(address) >>> shift === numberOf(first) >>> shift
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0)
}
