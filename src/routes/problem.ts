import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An error as problem+json (RFC 9457). */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  title: string,
  detail: string,
): Response {
  return c.json({ status, title, detail }, status, { 'content-type': 'application/problem+json' })
}
