import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type ArticleInput, parseArticle, readCorpus } from './corpus.ts'
import type { Fault } from './fault.ts'
import type { Publisher } from './publisher.ts'
import { type Desk, type SeenRequest, serve } from './serve.ts'
import { openSites, publishTo } from './site.ts'

export type { ArticleInput, Fault, Publisher, SeenRequest }

export type NewsroomOptions = {
  /** A directory that holds articles.ndjson; the demo's own by default. */
  corpus?: string
  /** 0, the default, takes any free one. */
  port?: number
  host?: '127.0.0.1'
}

export type Newsroom = {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  url: string
  readonly publishers: Publisher[]
  /** Pages: an article and its later text are one. */
  readonly articleCount: number
  /** All requests in the order they came. */
  requests: SeenRequest[]
  /** Every answer waits so long, in ms. */
  setDelay(ms: number): void
  /** The publisher at this host answers everything with this status, until null. */
  fail(host: string, status: number | null): void
  /** Each request is asked what its answer suffers, until null. */
  disturb(faultOf: ((request: SeenRequest) => Fault | null) | null): void
  /** Adds an article, or its later text. Throws an Error that names the field that is wrong. */
  publish(article: ArticleInput): void
  close(): Promise<void>
}

/** A source in the form of config/sources.ts. */
export type NewsroomSource = { id: string; kind: 'feed'; outlet: string; url: string; home: string }

/**
 * Starts the publishers of a corpus on loopback. They are told apart by X-Forwarded-Host or Host
 * (`collider.localhost`). Throws an Error in plain words when the corpus is wrong or the port busy.
 */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const corpus = await readCorpus(options.corpus ?? fileURLToPath(new URL('.', import.meta.url)))
  const desk: Desk = {
    sites: openSites(corpus),
    requests: [],
    failures: new Map(),
    delay: 0,
    faultOf: () => null,
    port: 0,
  }
  const server = createServer((request, response) => {
    serve(desk, request, response).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  desk.port = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1')
  return controls(desk, async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  })
}

/** The newsroom's publishers as sources for the scraper. */
export function sourcesOf({ url, publishers }: Newsroom): NewsroomSource[] {
  return publishers.map(({ id, outlet, host, feedPath }) => {
    const origin = `http://${host}:${new URL(url).port}`
    return { id, kind: 'feed', outlet, url: origin + feedPath, home: `${origin}/` }
  })
}

async function listen(server: Server, port: number, host: string) {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const why = code === 'EADDRINUSE' ? 'is busy' : `cannot be used (${code})`
    throw new Error(`port ${port} of ${host} ${why}`, { cause })
  }
  return (server.address() as AddressInfo).port
}

function controls(desk: Desk, close: () => Promise<void>): Newsroom {
  return {
    url: `http://127.0.0.1:${desk.port}`,
    get publishers() {
      return [...desk.sites.values()].map((site) => site.publisher)
    },
    get articleCount() {
      return [...desk.sites.values()].reduce((sum, site) => sum + site.articles.size, 0)
    },
    requests: desk.requests,
    setDelay(ms) {
      desk.delay = ms
    },
    fail(host, status) {
      if (status === null) desk.failures.delete(host)
      else desk.failures.set(host, status)
    },
    disturb(faultOf) {
      desk.faultOf = faultOf ?? (() => null)
    },
    publish(article) {
      publishTo(desk.sites, parseArticle(article, 'publish'), new Date())
    },
    close,
  }
}
