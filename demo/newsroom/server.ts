import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Answer, answerOf, answerOfIndex, plain } from './answer.ts'
import { etagOf, isUnchanged } from './conditional.ts'
import { type ArticleInput, parseArticle, readCorpus } from './corpus.ts'
import type { Publisher } from './publisher.ts'
import { openSites, publishTo, type Site } from './site.ts'

export type { ArticleInput, Publisher }

export type NewsroomOptions = {
  /** A directory that holds articles.ndjson; the demo's own by default. */
  corpus?: string
  /** 0, the default, takes any free one. */
  port?: number
  host?: '127.0.0.1'
}

/** A request as it came in; `host` is the publisher's, without a port. */
export type SeenRequest = {
  method: string
  host: string
  path: string
  headers: Record<string, string>
  /** ISO 8601 UTC. */
  time: string
  /** What it was answered; null while it waits. */
  status: number | null
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
  /** Adds an article, or its later text. Throws an Error that names the field that is wrong. */
  publish(article: ArticleInput): void
  close(): Promise<void>
}

/** A source in the form of config/sources.ts. */
export type NewsroomSource = { id: string; kind: 'feed'; outlet: string; url: string; home: string }

type State = {
  sites: Map<string, Site>
  requests: SeenRequest[]
  failures: Map<string, number>
  delay: number
  port: number
}

/**
 * Starts the publishers of a corpus on loopback. They are told apart by X-Forwarded-Host or Host
 * (`collider.localhost`). Throws an Error in plain words when the corpus is wrong or the port busy.
 */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const corpus = await readCorpus(options.corpus ?? fileURLToPath(new URL('.', import.meta.url)))
  const state: State = {
    sites: openSites(corpus),
    requests: [],
    failures: new Map(),
    delay: 0,
    port: 0,
  }
  const server = createServer((request, response) => {
    serve(state, request, response).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  state.port = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1')
  return controls(state, async () => {
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

async function listen(server: ReturnType<typeof createServer>, port: number, host: string) {
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

function controls(state: State, close: () => Promise<void>): Newsroom {
  return {
    url: `http://127.0.0.1:${state.port}`,
    get publishers() {
      return [...state.sites.values()].map((site) => site.publisher)
    },
    get articleCount() {
      return [...state.sites.values()].reduce((sum, site) => sum + site.articles.size, 0)
    },
    requests: state.requests,
    setDelay(ms) {
      state.delay = ms
    },
    fail(host, status) {
      if (status === null) state.failures.delete(host)
      else state.failures.set(host, status)
    },
    publish(article) {
      publishTo(state.sites, parseArticle(article, 'publish'), new Date())
    },
    close,
  }
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse) {
  const seen = see(request)
  state.requests.push(seen)
  if (state.delay > 0) await wait(state.delay)
  const answer = await decide(state, seen)
  const etag = etagOf(answer.body)
  const isSame = answer.status === 200 && isUnchanged(request.headers, { ...answer, etag })
  seen.status = isSame ? 304 : answer.status
  response.writeHead(seen.status, {
    ...(answer.status === 200 && { etag }),
    ...(answer.modified && { 'last-modified': answer.modified.toUTCString() }),
    ...(!isSame && {
      'content-type': answer.type,
      'content-length': Buffer.byteLength(answer.body),
    }),
  })
  response.end(isSame || seen.method === 'HEAD' ? '' : answer.body)
}

function see({ method = '', url = '/', headers }: IncomingMessage): SeenRequest {
  const flat = Object.entries(headers).map(([name, value = '']) => [name, String(value)])
  const host = String(headers['x-forwarded-host'] ?? headers.host ?? '').toLowerCase()
  return {
    method,
    host: host.replace(/:\d+$/, ''),
    path: url,
    headers: Object.fromEntries(flat),
    time: new Date().toISOString(),
    status: null,
  }
}

function decide(state: State, { method, host, path }: SeenRequest): Promise<Answer> | Answer {
  const originOf = (site: Site) => `http://${site.publisher.host}:${state.port}`
  const failure = state.failures.get(host)
  if (failure !== undefined) return plain(failure, `${host} fails on demand`)
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET and HEAD are answered')
  const site = state.sites.get(host)
  if (site !== undefined) return answerOf(site, originOf(site), path)
  const isIndex = ['127.0.0.1', 'localhost'].includes(host) && path === '/'
  if (isIndex) return answerOfIndex([...state.sites.values()], originOf)
  return plain(404, `There is no publisher at ${host}${path}`)
}
