import type { Context } from 'hono'
import { type Drawn, drawn } from '../drawn.ts'

const FRESH = 'public, max-age=60, stale-while-revalidate=600'

/** A page that all may keep for a minute. */
export async function cached(c: Context, page: string | Promise<string>): Promise<Response> {
  c.header('cache-control', FRESH)
  return await c.html(page)
}

/** A page as it is drawn once for all, to be kept as long. */
export async function pageOf(page: string | Promise<string>): Promise<Drawn> {
  const headers = { 'content-type': 'text/html; charset=UTF-8', 'cache-control': FRESH }
  return await drawn(String(await page), headers)
}
