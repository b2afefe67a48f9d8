import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { readBody } from '../../src/scrape/body-stream.ts'
import { robotsVerdict } from '../../src/scrape/robots.ts'

/** What a site answered, or why there is nothing to read, in words. */
export type Visited = { url: string; contentType: string | null; body: Uint8Array } | string

export type Visitor = {
  /** The text of a site's robots.txt; empty where it has none. */
  robotsOf(url: string): Promise<string>
  get(url: string): Promise<Visited>
}

const TIMEOUT = 20_000 // milliseconds
const GAP = 2000 // milliseconds between two requests
const MAX_REDIRECTS = 5
const FORBID_ALL = 'User-agent: *\nDisallow: /'

/** Visits sites as the Worker does: by name, one request at a time, within robots.txt (RFC 9309). */
export function openVisitor(): Visitor {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const site = /^SITE_URL = "([^"]+)"/m.exec(readFileSync('wrangler.toml', 'utf8'))?.[1]
  const agent = `${name}/${version} (+${process.env.SITE_URL ?? site}/bot)`
  const robots = new Map<string, string>()
  let last = 0

  async function ask(url: string, redirect: 'manual' | 'follow'): Promise<Response> {
    await wait(Math.max(0, last + GAP - Date.now()))
    const headers = { 'user-agent': agent, accept: '*/*' }
    const response = await fetch(url, {
      headers,
      redirect,
      signal: AbortSignal.timeout(TIMEOUT),
    })
    last = Date.now()
    return response
  }

  async function robotsOf(url: string): Promise<string> {
    const { origin } = new URL(url)
    const text =
      robots.get(origin) ?? (await robotsFrom(() => ask(`${origin}/robots.txt`, 'follow')))
    robots.set(origin, text)
    return text
  }

  async function get(first: string): Promise<Visited> {
    let url = first
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const { allowed, rule } = robotsVerdict(await robotsOf(url), name, url)
      if (!allowed) return `robots.txt forbids it: ${rule}`
      const response = await ask(url, 'manual').catch(
        (error) => `cannot be reached: ${error.cause ?? error}`,
      )
      if (typeof response === 'string') return response
      const next = URL.parse(response.headers.get('location') ?? '', url)
      if (response.status < 300 || response.status >= 400 || !next)
        return await visited(url, response)
      await response.body?.cancel()
      url = next.href
    }
    return `more than ${MAX_REDIRECTS} redirects`
  }

  return { robotsOf, get }
}

async function robotsFrom(ask: () => Promise<Response>): Promise<string> {
  const response = await ask().catch(() => null)
  if (!response || response.status >= 500) return FORBID_ALL
  const body = response.ok ? await readBody(response, AbortSignal.timeout(TIMEOUT)) : 'none'
  return typeof body === 'string' ? '' : new TextDecoder().decode(body)
}

async function visited(url: string, response: Response): Promise<Visited> {
  if (!response.ok) {
    await response.body?.cancel()
    return `answers ${response.status} ${response.statusText}`
  }
  const body = await readBody(response, AbortSignal.timeout(TIMEOUT))
  if (body === 'too large') return 'its answer is larger than 5 MB'
  return { url, contentType: response.headers.get('content-type'), body }
}
