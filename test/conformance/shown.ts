import { env } from 'cloudflare:workers'
import { rss } from '../scrape/web.ts'
import type { Site } from './web.ts'
import { openWorld } from './world.ts'

/** A relevant item, by a word of its title and address. */
export const item = (word: string, more = '') =>
  `<item><title>Glass Harbor 2 ${word}</title><link>https://a.example/${word}</link>${more}</item>`

/** An RSS feed with this inside of its channel. */
export const channel = (inside: string) => rss([]).replace('</channel>', `${inside}</channel>`)

type Found = { url: string; title: string; published: string | null; text: string }

/** What the scan found at a.example after some days, and how the source is then. */
export async function foundBy(site: Site, days = 0.1, others: Record<string, Site> = {}) {
  const world = await openWorld({ 'a.example': site, ...others })
  await world.days(days)
  const { results } = await env.DB.prepare(
    'SELECT url, title, published, feed_text AS text FROM pages ORDER BY url',
  ).all<Found>()
  const looks = await env.DB.prepare('SELECT detail FROM looks ORDER BY finished_at DESC').first<{
    detail: string | null
  }>()
  return {
    world,
    pages: results,
    words: results.map(({ url }) => url.split('/').at(-1)),
    state: await world.source('a.example'),
    detail: looks?.detail ?? null,
  }
}

/** A site with this feed, and nothing behind its links. */
export const feed = (body: BodyInit, headers: Record<string, string> = {}): Site => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return ({ path }) =>
    path === '/feed'
      ? new Response(bytes, { headers: { etag: '"a"', ...headers } })
      : new Response('', { status: 404 })
}
