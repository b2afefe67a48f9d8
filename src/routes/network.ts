import type { Context } from 'hono'
import { networkOf } from '../digest/network.ts'

/** The network that a request comes from, as Cloudflare tells; null where it does not. */
export function networkOfRequest(c: Context): string | null {
  return networkOf(c.req.header('cf-connecting-ip') ?? '')
}
