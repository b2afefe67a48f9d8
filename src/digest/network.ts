import { deriveHmacKey, type KeyRing, toHex } from '../seal.ts'

/**
 * The network of an IP address: the /24 of IPv4, the /48 of IPv6, the least that one customer is
 * commonly given. Null for what is no IP address.
 */
export function networkOf(ip: string): string | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  const v4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(mapped ?? ip)?.[1]
  if (v4) return `${v4}.0/24`
  if (!ip.includes(':')) return null
  // The URL parser writes it in one way: lower case, no leading zeros, one `::`.
  const host = URL.parse(`http://[${ip}]`)?.hostname.slice(1, -1)
  if (!host) return null
  const [front = '', back] = host.split('::').map((half) => (half ? half.split(':') : []))
  const zeros = back ? Array(8 - front.length - back.length).fill('0') : []
  return `${[...front, ...zeros, ...(back ?? [])].slice(0, 3).join(':')}::/48`
}

/**
 * The keyed hash under which a network is counted for one period: another one in the next, and of
 * no use without the operator's secret.
 */
export async function hashNetwork(
  [secret]: KeyRing,
  network: string | null,
  period: string,
): Promise<string> {
  const key = await deriveHmacKey(secret, 'count network')
  const text = new TextEncoder().encode(`${period} ${network ?? 'unknown'}`)
  return toHex(await crypto.subtle.sign('HMAC', key, text)).slice(0, 32)
}
