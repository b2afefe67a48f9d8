import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { throughNewsroom } from '../../src/newsroom.ts'
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

/** What a site allows; where nobody can tell, nothing (RFC 9309, 2.3.1.4), and why. */
type Rules = { text: string } | { reason: string }

/**
 * Visits sites as the Worker does: by name, one request at a time, within robots.txt (RFC 9309).
 * NEWSROOM, as the Worker's variable, is where the publishers of a local run are played.
 */
export function openVisitor(): Visitor {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const site = /^SITE_URL = "([^"]+)"/m.exec(readFileSync('wrangler.toml', 'utf8'))?.[1]
  const agent = `${name}/${version} (+${process.env.SITE_URL ?? site}/bot)`
  const robots = new Map<string, Rules>()
  const ask = slowly(agent)

  async function rulesOf(url: string): Promise<Rules> {
    const { origin } = new URL(url)
    const rules =
      robots.get(origin) ?? (await rulesFrom(() => ask(`${origin}/robots.txt`, 'follow')))
    robots.set(origin, rules)
    return rules
  }

  async function robotsOf(url: string): Promise<string> {
    const rules = await rulesOf(url)
    return 'text' in rules ? rules.text : ''
  }

  async function get(first: string): Promise<Visited> {
    let url = first
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const rules = await rulesOf(url)
      if ('reason' in rules) return `nothing is asked for: robots.txt ${rules.reason}`
      const { allowed, rule } = robotsVerdict(rules.text, name, url)
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

/** Asks by a name, with a pause before every request but the first. */
function slowly(agent: string) {
  let last = 0
  return async (url: string, redirect: 'manual' | 'follow'): Promise<Response> => {
    await wait(Math.max(0, last + GAP - Date.now()))
    const headers = { 'user-agent': agent, accept: '*/*' }
    const signal = AbortSignal.timeout(TIMEOUT)
    const request = new Request(url, { headers, redirect, signal })
    const response = await fetch(throughNewsroom(request, process.env.NEWSROOM || null))
    last = Date.now()
    return response
  }
}

async function rulesFrom(ask: () => Promise<Response>): Promise<Rules> {
  const response = await ask().catch((error) => `cannot be reached: ${error.cause ?? error}`)
  if (typeof response === 'string') return { reason: response }
  if (response.status >= 500) return { reason: `answers ${response.status}` }
  const body = response.ok ? await readBody(response, AbortSignal.timeout(TIMEOUT)) : 'none'
  return { text: typeof body === 'string' ? '' : new TextDecoder().decode(body) }
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
