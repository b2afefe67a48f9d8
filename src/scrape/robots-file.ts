import { findRobots, keepRobots, type Robots } from '../db/robots.ts'
import { refusalOf } from './address.ts'
import { readHead } from './body-stream.ts'
import { request } from './request.ts'
import { retryAfter } from './retry-after.ts'
import { robotsVerdict } from './robots.ts'
import { ROBOTS_LIMIT } from './robots-rules.ts'
import { hold, mayHold, type Trip } from './trip.ts'

const HOUR = 3_600_000 // milliseconds
const FRESH_FOR = 24 * HOUR // RFC 9309, 2.4
const MISSING_FOR = HOUR // before one that could not be had is asked for again
const MAX_REDIRECTS = 5 // RFC 9309, 2.3.1.2

/** Why we may not ask; `wait` in seconds where the server asked for it, beside its words. */
type RobotsRefusal = { reason: string; until: string | null; wait?: number | null }

type File =
  | { kind: 'text'; text: string }
  | { kind: 'missing'; reason: string; wait?: number | null }
  | { kind: 'moved'; to: URL | null }

/**
 * Why the host's robots.txt (RFC 9309) forbids us this address, or null where it does not. The file
 * is fetched at most once in 24 hours. An answer of 4xx allows everything; one that cannot be had
 * forbids everything, and is asked for again after an hour.
 */
export async function robotsRefusal(trip: Trip, url: URL): Promise<RobotsRefusal | null> {
  const { app } = trip
  const file =
    keptFile(await findRobots(app.db, url.origin), app.now()) ?? (await fetchFile(trip, url))
  if (file.kind === 'missing') {
    const until = new Date(app.now().getTime() + MISSING_FOR).toISOString()
    return { reason: `robots.txt cannot be had: ${file.reason}`, until, wait: file.wait ?? null }
  }
  const { allowed, rule } = robotsVerdict(file.text, app.config.agent, url.href)
  return allowed ? null : { reason: `robots.txt forbids it: ${rule}`, until: null }
}

function keptFile(robots: Robots | null, now: Date): Exclude<File, { kind: 'moved' }> | null {
  if (!robots) return null
  const { fetchedAt, text, reason } = robots
  const age = now.getTime() - Date.parse(fetchedAt)
  if (text !== null) return age < FRESH_FOR ? { kind: 'text', text } : null
  return age < MISSING_FOR ? { kind: 'missing', reason: reason ?? '' } : null
}

async function fetchFile(trip: Trip, { origin }: URL): Promise<Exclude<File, { kind: 'moved' }>> {
  const file = await followFile(trip, new URL('/robots.txt', origin)).catch(missing)
  await keepRobots(trip.app.db, origin, trip.app.now().toISOString(), file)
  return file
}

async function followFile(trip: Trip, first: URL): Promise<Exclude<File, { kind: 'moved' }>> {
  let url: URL | null = first
  for (let hop = 0; url && hop <= MAX_REDIRECTS; hop++) {
    const refusal = refusalOf(url, trip.app.config.newsroom !== null)
    if (refusal) return missing(refusal)
    const file = await getFile(trip, url)
    if (file.kind !== 'moved') return file
    url = file.to
  }
  return missing(`over ${MAX_REDIRECTS} redirects`)
}

async function getFile(trip: Trip, url: URL): Promise<File> {
  if (!mayHold(trip, url)) return missing('its redirects lead to too many hosts')
  const host = await hold(trip, url) // it may have moved to another
  if (!host) return missing(`${url.host} is being asked already`)
  host.wasAsked = true
  return await request(trip, url, { accept: 'text/plain, */*;q=0.5' }, async (response, signal) => {
    const { status, headers } = response
    const to = headers.get('location')
    if (response.ok) return { kind: 'text', text: await textOf(response, signal) }
    await response.body?.cancel()
    if (status >= 300 && status < 400 && to) return { kind: 'moved', to: URL.parse(to, url.href) }
    if (status >= 400 && status < 500 && status !== 429) return { kind: 'text', text: '' }
    const wait = retryAfter(headers.get('retry-after'), trip.app.now())
    return { kind: 'missing', reason: `HTTP ${status}`, wait }
  })
}

/** What comes after the limit is not read, for no rule may be so far away (RFC 9309, 2.5). */
async function textOf(response: Response, signal: AbortSignal): Promise<string> {
  return new TextDecoder().decode(await readHead(response, ROBOTS_LIMIT + 1, signal))
}

function missing(error: unknown): { kind: 'missing'; reason: string } {
  return { kind: 'missing', reason: error instanceof Error ? error.message : String(error) }
}
