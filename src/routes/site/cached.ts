import type { Context } from 'hono'
import { tagOf, unlessKnown } from '../conditional.ts'

const FRESH = 'public, max-age=60, stale-while-revalidate=600'

/** A page that all may keep for a minute. */
export async function cached(c: Context, page: string | Promise<string>): Promise<Response> {
  c.header('cache-control', FRESH)
  return await c.html(page)
}

/** A page that was drawn before, with its tag. */
export type TaggedPage = { html: string; tag: string }

export async function pageOf(page: string | Promise<string>): Promise<TaggedPage> {
  const html = String(await page)
  return { html, tag: await tagOf(new TextEncoder().encode(html)) }
}

/** Such a page, or 304 for who has it. */
export function tagged(c: Context, { html, tag }: TaggedPage): Response {
  const headers = {
    'content-type': 'text/html; charset=UTF-8',
    'cache-control': FRESH,
    etag: tag,
  }
  return unlessKnown(c.req.raw.headers, new Response(html, { headers }))
}
