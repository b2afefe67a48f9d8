import { readFile } from 'node:fs/promises'
import { FEED_TYPES, writeFeed } from './feed.ts'
import { writeArticlePage } from './pages/article.ts'
import { writeIndexPage } from './pages/index-page.ts'
import { writeListingPage } from './pages/listing.ts'
import { ROBOTS } from './robots.ts'
import { addressOf, type Site } from './site.ts'

/** What a publisher answers before conditions are looked at. */
export type Answer = { status: number; type: string; body: string; modified: Date | null }

const HTML = 'text/html; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'

/** What a site has at a path, with its query. Tracking parameters make no other article. */
export async function answerOf(site: Site, origin: string, path: string): Promise<Answer> {
  const { feedPath, feedKind, design } = site.publisher
  const pathname = path.replace(/\?.*$/s, '')
  const article = site.articles.get(path) ?? site.articles.get(pathname)
  if (article !== undefined) return page(200, await writeArticlePage(site, origin, article))
  if (pathname === feedPath) {
    const type = `${FEED_TYPES[feedKind]}; charset=utf-8`
    return { status: 200, type, body: writeFeed(site, origin), modified: site.modified }
  }
  if (pathname === '/robots.txt') return { status: 200, type: TEXT, body: ROBOTS, modified: null }
  if (pathname === '/assets/site.css') return await stylesheet(design)
  if (pathname === '/') return page(200, await writeListingPage(site, origin, null))
  const section = /^\/section\/([a-z]+)\/$/.exec(pathname)?.[1]
  if (section !== undefined) return page(200, await writeListingPage(site, origin, section))
  return { status: 404, type: TEXT, body: `There is no page at ${pathname}\n`, modified: null }
}

/** The newsroom's own front page: every publisher with its feed and its articles as links. */
export async function answerOfIndex(sites: Site[], originOf: (site: Site) => string) {
  const shown = sites.map((site) => ({
    ...site.publisher,
    home: `${originOf(site)}/`,
    feed: originOf(site) + site.publisher.feedPath,
    articles: [...site.articles.values()].map((article) => ({
      title: article.title,
      published: article.published,
      url: addressOf(originOf(site), article),
    })),
  }))
  return page(200, await writeIndexPage(shown))
}

/** An answer of a few words, for refusals. */
export function plain(status: number, words: string): Answer {
  return { status, type: TEXT, body: `${words}\n`, modified: null }
}

function page(status: number, body: string): Answer {
  return { status, type: HTML, body, modified: null }
}

async function stylesheet(design: string): Promise<Answer> {
  const [base, own] = await Promise.all(
    ['base', design].map((name) =>
      readFile(new URL(`./styles/${name}.css`, import.meta.url), 'utf8'),
    ),
  )
  return { status: 200, type: 'text/css; charset=utf-8', body: `${base}\n${own}`, modified: null }
}
