import type { App } from '../app.ts'
import { findHost, keepWait } from '../db/hosts.ts'
import { refusalOf } from './address.ts'
import { readBody } from './body-stream.ts'
import { retryAfter } from './retry-after.ts'
import { robotsRefusal } from './robots-file.ts'
import { userAgent } from './user-agent.ts'

const TIMEOUT = 20_000 // milliseconds, for headers and body together
const MAX_REDIRECTS = 5
const DEFAULT_WAIT = 3600 // seconds, after a 429 or 503 that names no time

/** What a server gave us to ask with next time; kept exactly as it was sent. */
export type Validators = { etag: string | null; lastModified: string | null }

/** What came of asking for an address. Expected trouble is a value. */
export type Answer =
  | {
      kind: 'fresh'
      /** Where the answer came from, after redirects. */
      url: string
      contentType: string | null
      body: Uint8Array
      validators: Validators
    }
  | { kind: 'unchanged'; validators: Validators }
  /** We must not ask, or were told not to: by robots.txt, by the server, by our own rules. */
  | { kind: 'refused'; reason: string; until: string | null }
  | { kind: 'failed'; reason: string }

/**
 * Asks for an address as a polite guest: robots.txt (RFC 9309), the host's wish to be left alone,
 * conditional when validators are known, GET only, no cookie, no referrer.
 */
export async function ask(
  app: App,
  address: string,
  validators: Validators | null = null,
): Promise<Answer> {
  let url = URL.parse(address)
  for (let hop = 0; url && hop <= MAX_REDIRECTS; hop++) {
    const refusal = await refusalToAsk(app, url)
    if (refusal) return refusal
    const answer = await get(app, url, validators)
    if (answer.kind !== 'moved') return answer
    url = URL.parse(answer.to, url.href)
  }
  return { kind: 'failed', reason: url ? `over ${MAX_REDIRECTS} redirects` : 'no address' }
}

async function refusalToAsk(app: App, url: URL): Promise<Answer | null> {
  const reason = refusalOf(url, app.config.newsroom !== null)
  if (reason) return { kind: 'refused', reason, until: null }
  const host = await findHost(app.db, url.host)
  if (host?.waitUntil && host.waitUntil > app.now().toISOString()) {
    return { kind: 'refused', reason: host.waitReason ?? 'asked to wait', until: host.waitUntil }
  }
  const robots = await robotsRefusal(app, url, host)
  return robots === null ? null : { kind: 'refused', reason: robots, until: null }
}

async function get(
  app: App,
  url: URL,
  validators: Validators | null,
): Promise<Answer | { kind: 'moved'; to: string }> {
  try {
    const response = await app.fetch(requestFor(app, url, validators))
    const answer = await judge(app, url, response)
    if (answer) {
      await response.body?.cancel()
      return answer
    }
    return await freshAnswer(url, response)
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

function requestFor(app: App, url: URL, validators: Validators | null): Request {
  const headers = new Headers({
    accept:
      'application/feed+json, application/atom+xml, application/rss+xml, text/html, */*;q=0.8',
    'user-agent': userAgent(app.config),
  })
  if (validators?.etag) headers.set('if-none-match', validators.etag)
  if (validators?.lastModified) headers.set('if-modified-since', validators.lastModified)
  return new Request(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) })
}

/** What the status line and headers say; null where the body is what we came for. */
async function judge(
  app: App,
  url: URL,
  response: Response,
): Promise<Answer | { kind: 'moved'; to: string } | null> {
  const { status, headers } = response
  const location = headers.get('location')
  if (status === 304) return { kind: 'unchanged', validators: validatorsOf(headers) }
  if (status >= 300 && status < 400 && location) return { kind: 'moved', to: location }
  const saysNo = status === 429 || status === 503
  const wait = retryAfter(headers.get('retry-after'), app.now()) ?? (saysNo ? DEFAULT_WAIT : null)
  const reason = `HTTP ${status}${response.statusText ? ` ${response.statusText}` : ''}`
  if (wait !== null) {
    const until = new Date(app.now().getTime() + wait * 1000).toISOString()
    await keepWait(app.db, url.host, until, reason)
    if (!response.ok) return { kind: 'refused', reason, until }
  }
  if (response.ok) return null
  const isRefusal = status === 401 || status === 403 || status === 451
  return isRefusal ? { kind: 'refused', reason, until: null } : { kind: 'failed', reason }
}

async function freshAnswer(url: URL, response: Response): Promise<Answer> {
  const body = await readBody(response)
  if (body === 'too large') return { kind: 'failed', reason: 'the answer is larger than 5 MB' }
  return {
    kind: 'fresh',
    url: url.href,
    contentType: response.headers.get('content-type'),
    body,
    validators: validatorsOf(response.headers),
  }
}

function validatorsOf(headers: Headers): Validators {
  return { etag: headers.get('etag'), lastModified: headers.get('last-modified') }
}
