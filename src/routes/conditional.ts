import type { MiddlewareHandler } from 'hono'
import { RETAINED_304_HEADERS } from 'hono/etag'
import { toHex } from '../seal.ts'

const KEPT = new Set([
  ...RETAINED_304_HEADERS,
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cross-origin-resource-policy',
  'last-modified',
])

/** Gives every good answer an ETag that has none, and answers 304 to who has it already. */
export function conditional(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { res } = c
    if (res.status !== 200 || res.headers.has('etag')) return
    const body = await res.arrayBuffer()
    const headers = new Headers(res.headers)
    headers.set('etag', await tagOf(body))
    c.res = undefined // else Hono keeps the headers that a 304 has no use for
    c.res = isKnown(c.req.raw.headers, Object.fromEntries(headers))
      ? unchanged([...headers])
      : new Response(body, { headers })
  }
}

/** The strong ETag of a body: its SHA-1; nobody's safety depends on it. */
export async function tagOf(body: BufferSource): Promise<string> {
  return `"${toHex(await crypto.subtle.digest('SHA-1', body))}"`
}

/**
 * Whether the client has what these headers tell of (RFC 9110, 13.2.2): by ETag, and where it sends
 * none, by the time of the last change. Names of headers are in small letters.
 */
export function isKnown(asked: Headers, told: Record<string, string>): boolean {
  const tags = asked.get('if-none-match')
  const tag = told.etag?.replace(/^W\//, '')
  if (tags !== null) return tag !== undefined && (tags.match(/"[^"]*"/g)?.includes(tag) ?? false)
  const since = asked.get('if-modified-since')
  return since !== null && Date.parse(told['last-modified'] ?? '') <= Date.parse(since) // never with NaN
}

/** 304, with those of the headers that it has a use for. */
export function unchanged(headers: [string, string][]): Response {
  return new Response(null, { status: 304, headers: headers.filter(([name]) => KEPT.has(name)) })
}
