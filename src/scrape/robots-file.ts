import type { App } from '../app.ts'
import { type Host, keepRobots } from '../db/hosts.ts'
import { refusalOf } from './address.ts'
import { readBody } from './body-stream.ts'
import { robotsVerdict } from './robots.ts'
import { userAgent } from './user-agent.ts'

const FRESH_FOR = 24 * 3600 * 1000 // milliseconds, RFC 9309, 2.4
const TIMEOUT = 20_000 // milliseconds
const MAX_REDIRECTS = 5 // RFC 9309, 2.3.1.2
const FORBID_ALL = 'User-agent: *\nDisallow: /'

/**
 * Why the host's robots.txt (RFC 9309) forbids us this address, or null where it does not. The file
 * is fetched at most once in 24 hours. An answer of 4xx allows everything; one that cannot be had
 * forbids everything, and is asked for again next time.
 */
export async function robotsRefusal(app: App, url: URL, host: Host | null): Promise<string | null> {
  const kept = isFresh(host, app.now()) ? host?.robotsText : null
  const robots = kept ?? (await fetchRobots(app, url))
  if (robots === null) return 'robots.txt cannot be had'
  const { rule, allowed } = robotsVerdict(robots, app.config.agent, url.href)
  return allowed ? null : `robots.txt forbids it: ${rule}`
}

function isFresh(host: Host | null, now: Date): boolean {
  return !!host?.robotsFetchedAt && Date.parse(host.robotsFetchedAt) > now.getTime() - FRESH_FOR
}

async function fetchRobots(app: App, url: URL): Promise<string | null> {
  const text = await requestRobots(app, new URL('/robots.txt', url)).catch(() => null)
  if (text !== null) await keepRobots(app.db, url.host, text, app.now().toISOString())
  return text
}

async function requestRobots(app: App, first: URL): Promise<string | null> {
  let url: URL | null = first
  for (let hop = 0; url && hop <= MAX_REDIRECTS; hop++) {
    if (refusalOf(url, app.config.newsroom !== null)) return null
    const response = await app.fetch(
      new Request(url, {
        headers: { 'user-agent': userAgent(app.config) },
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT),
      }),
    )
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || !location) return await textOf(response)
    await response.body?.cancel()
    url = URL.parse(location, url.href)
  }
  return null
}

async function textOf(response: Response): Promise<string | null> {
  if (response.ok) {
    const body = await readBody(response)
    return body === 'too large' ? FORBID_ALL : new TextDecoder().decode(body)
  }
  await response.body?.cancel()
  return response.status >= 400 && response.status < 500 ? '' : null
}
