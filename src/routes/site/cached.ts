import type { Context } from 'hono'

const FRESH = 'public, max-age=60, stale-while-revalidate=600'

/** A page that all may keep for a minute. */
export async function cached(c: Context, page: string | Promise<string>): Promise<Response> {
  c.header('cache-control', FRESH)
  return await c.html(page)
}
