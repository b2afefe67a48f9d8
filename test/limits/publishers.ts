import { rss } from '../scrape/web.ts'
import type { World } from './worker.ts'

/** As late as what publishers show is dated. */
export const NOW = '2026-11-20T07:00:00.000Z'

const ITEMS = 500 // the most that are read of one source

/** A feed with as many items as are read; of a host named `many-hosts` with long addresses and texts. */
export const manyItems: World = ({ url }) => {
  if (url.endsWith('/robots.txt')) return new Response('')
  const { host } = new URL(url)
  return new Response(feed(host.split('.')[0] ?? '', host.startsWith('many-hosts')))
}

/** An index of sitemaps with as many addresses as are read. */
export const parts: World = ({ url }) => {
  if (url.endsWith('/robots.txt')) return new Response('')
  const isIndex = url.endsWith('/feed')
  const addresses = Array.from({ length: isIndex ? 5 : ITEMS }, (_, n) =>
    isIndex ? `https://parts.example/${n}.xml` : `${url}/glass-harbor-2-${n}`,
  )
  const [list, entry] = isIndex ? ['sitemapindex', 'sitemap'] : ['urlset', 'url']
  const entries = addresses.map(
    (loc) => `<${entry}><loc>${loc}</loc><lastmod>${NOW}</lastmod></${entry}>`,
  )
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
  return new Response(
    `<?xml version="1.0"?><${list} xmlns="${namespace}">${entries.join('')}</${list}>`,
  )
}

/** Redirects, each to another host, whose robots.txt is so many redirects away. */
export function chained(body: string, { hops = 5, robots = 0 }): World {
  return ({ url }) => {
    const { host, pathname } = new URL(url)
    const [, name = host.split('.')[0], hop = '0', away = '0'] =
      /^(\w+)-hop-(\d)(?:-robots-(\d))?\.example$/.exec(host) ?? []
    const isRobots = pathname === '/robots.txt'
    const left = isRobots ? robots - Number(away) : hops - Number(hop)
    if (left === 0) return new Response(isRobots ? '' : body)
    const next = isRobots ? `${hop}-robots-${Number(away) + 1}` : Number(hop) + 1
    return movedTo(`https://${name}-hop-${next}.example${pathname}`)
  }
}

/** One page, whatever is asked for; a status for it where it is not 200. */
export function only(body: string, status = 200): World {
  return ({ url }) => (isRobots(url) ? new Response('') : new Response(body, { status }))
}

/** The same, by way of two more hosts of its site. */
export function onItsSite(site: string, body: string): World {
  return ({ url }) => {
    const { host, pathname } = new URL(url)
    if (isRobots(url)) return new Response('')
    if (host === site) return movedTo(`https://a.${site}${pathname}`)
    return host.startsWith('a.') ? movedTo(`https://b.${site}${pathname}`) : new Response(body)
  }
}

/** The feed of a host. */
export function feed(host: string, isLong = false): string {
  return rss(
    Array.from({ length: ITEMS }, (_, n) => ({
      link: isLong ? `https://h${n}.example/${'a'.repeat(4_000)}` : `https://${host}.example/${n}`,
      title: `Glass Harbor 2, part ${n}`,
      text: 'Glass Harbor 2 is spoken of again. '.repeat(isLong ? 140 : 1),
      date: new Date(Date.parse(NOW) - n * 60_000).toUTCString(),
    })),
  )
}

/** As much as is read of a page: every paragraph with words of somebody. */
export function longPage(): string {
  const said = Array.from(
    { length: 40_000 },
    (_, n) =>
      `“We are writing scene ${n} of Glass Harbor 2 and it is a ball,” Ines Quarrie said of it.`,
  )
  return page('Ines Quarrie talks about Glass Harbor 2', said)
}

/** An article's page; `canonical` its own address. */
export function page(title: string, paragraphs: string[], canonical?: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>
    ${canonical ? `<link rel="canonical" href="${canonical}">` : ''}
    <meta property="article:published_time" content="2026-02-01T09:30:00Z"></head>
    <body><article><h1>${title}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`
}

function isRobots(url: string): boolean {
  return url.endsWith('/robots.txt')
}

function movedTo(location: string): Response {
  return new Response(null, { status: 301, headers: { location } })
}
