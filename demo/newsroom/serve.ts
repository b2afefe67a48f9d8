import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, answerOf, answerOfIndex, plain } from './answer.ts'
import { etagOf, isUnchanged } from './conditional.ts'
import { type Fault, spoilt } from './fault.ts'
import type { Site } from './site.ts'

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

/** Everything that the newsroom holds; its controls change it. */
export type Desk = {
  /** By host, without a port. */
  sites: Map<string, Site>
  requests: SeenRequest[]
  /** Status by host. */
  failures: Map<string, number>
  /** How long each answer waits, in ms. */
  delay: number
  /** What the answer to a request suffers, if anything. */
  faultOf: (request: SeenRequest) => Fault | null
  port: number
}

/** Answers a request and keeps a record of it. */
export async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse) {
  const seen = see(request)
  desk.requests.push(seen)
  const fault = desk.faultOf(seen)
  const delay = desk.delay + (fault?.kind === 'slow' ? fault.ms : 0)
  if (delay > 0) await wait(delay)
  const answer = spoilt(await decide(desk, seen), fault)
  const etag = etagOf(answer.body)
  const isSame = answer.status === 200 && isUnchanged(request.headers, { ...answer, etag })
  seen.status = isSame ? 304 : answer.status
  response.writeHead(seen.status, {
    ...(fault?.kind === 'answer' && fault.headers),
    ...(answer.status === 200 && { etag }),
    ...(answer.status === 405 && { allow: 'GET, HEAD' }),
    ...(answer.modified && { 'last-modified': answer.modified.toUTCString() }),
    ...(!isSame && {
      'content-type': answer.type,
      'content-length': Buffer.byteLength(answer.body),
    }),
  })
  const body = isSame || seen.method === 'HEAD' ? '' : answer.body
  if (fault?.kind === 'cut') cut(response, body)
  else response.end(body)
}

function cut(response: ServerResponse, body: string) {
  response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy())
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

function decide(desk: Desk, { method, host, path }: SeenRequest): Promise<Answer> | Answer {
  const originOf = (site: Site) => `http://${site.publisher.host}:${desk.port}`
  const failure = desk.failures.get(host)
  if (failure !== undefined) return plain(failure, `${host} fails on demand`)
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET and HEAD are answered')
  const site = desk.sites.get(host)
  if (site !== undefined) return answerOf(site, originOf(site), path)
  const isIndex = ['127.0.0.1', 'localhost'].includes(host) && path === '/'
  if (isIndex) return answerOfIndex([...desk.sites.values()], originOf)
  return plain(404, `There is no publisher at ${host}${path}`)
}
