import type { MiddlewareHandler } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'

const KEPT = [
  ...RETAINED_304_HEADERS,
  'access-control-allow-origin',
  'access-control-expose-headers',
  'last-modified',
]

/**
 * Answers 304 to who has the answer already (RFC 9110, 13): by ETag, and where a client sends none,
 * by the time of the last change.
 */
export function conditional(): MiddlewareHandler {
  const byTag = etag({ retainedHeaders: KEPT })
  return async (c, next) => {
    await byTag(c, next)
    const since = c.req.header('if-modified-since')
    if (since && !c.req.header('if-none-match') && isUnchanged(c.res, since)) {
      const headers = new Headers([...c.res.headers].filter(([name]) => KEPT.includes(name)))
      await c.res.body?.cancel()
      c.res = undefined
      c.res = new Response(null, { status: 304, headers })
    }
  }
}

function isUnchanged({ status, headers }: Response, since: string): boolean {
  const [changed, known] = [Date.parse(headers.get('last-modified') ?? ''), Date.parse(since)]
  return status === 200 && changed <= known // never with NaN
}
