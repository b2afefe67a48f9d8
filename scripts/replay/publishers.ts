import { answerOf } from '../../demo/newsroom/answer.ts'
import { etagOf } from '../../demo/newsroom/conditional.ts'
import type { Corpus, NewsArticle } from '../../demo/newsroom/corpus.ts'
import { hostOf } from '../../demo/newsroom/publisher.ts'
import { openSites, publishTo, type Site } from '../../demo/newsroom/site.ts'
import { parseSources, type Source } from '../../src/source.ts'
import type { Clock } from './clock.ts'

const PORT = 8788 // nothing listens there for us: it is a part of the addresses

/** The publishers of a corpus, as they were at the moment of the clock. */
export type Publishers = {
  sources: Source[]
  fetch: (request: Request) => Promise<Response>
  /** Lets them publish what they had by now. */
  goOn: () => void
  requests: number
}

/** Opens the publishers before anything was published. */
export function openPublishers(corpus: Corpus, clock: Clock): Publishers {
  const whole = [...openSites(corpus).values()]
  const sites = new Map<string, Site>(
    whole.map((site) => [site.publisher.host, { ...site, articles: new Map() }]),
  )
  const ahead = datedAll(corpus.articles)
  const publishers: Publishers = {
    sources: parseSources(whole.map(sourceOf)),
    requests: 0,
    fetch: async (request) => {
      publishers.requests++
      return await answer(sites, request)
    },
    goOn: () => {
      while (ahead[0] && ahead[0].at <= clock.now) {
        const { article } = ahead.shift() ?? {}
        if (article) publishTo(sites, article, new Date(clock.now))
      }
    },
  }
  return publishers
}

/** In order of publication; one without a date comes when the one before it did. */
export function datedAll(articles: NewsArticle[]): { article: NewsArticle; at: number }[] {
  let latest = 0
  const dated = articles.map((article) => {
    if (article.published !== null) latest = Date.parse(article.published)
    return { article, at: latest }
  })
  return dated.sort((a, b) => a.at - b.at)
}

function sourceOf({ publisher: { id, outlet, host, feedPath } }: Site) {
  const origin = `http://${host}:${PORT}`
  return { id, kind: 'feed', outlet, url: origin + feedPath, home: `${origin}/` }
}

async function answer(sites: Map<string, Site>, { url, headers }: Request): Promise<Response> {
  const { pathname, search } = new URL(url)
  const site = sites.get(hostOf(url))
  if (!site) return new Response('no such publisher', { status: 404 })
  const origin = `http://${site.publisher.host}:${PORT}`
  const { status, type, body } = await answerOf(site, origin, pathname + search)
  const etag = etagOf(body)
  if (headers.get('if-none-match') === etag) return new Response(null, { status: 304 })
  return new Response(body, { status, headers: { 'content-type': type, etag } })
}
