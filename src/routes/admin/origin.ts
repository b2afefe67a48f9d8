import type { Context } from 'hono'

/**
 * Whether a page of ours sent a request, as the browser tells; null where nothing tells it, as with
 * programs. Fetch Metadata goes before Origin, which is "null" where a page tells no referrer.
 */
export function isSameOrigin(c: Context): boolean | null {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  return origin === undefined ? null : origin === new URL(c.req.url).origin
}
