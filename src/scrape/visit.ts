import type { App } from '../app.ts'
import { claimAddress, forgetWhole, lastAsked, type Validators } from '../db/addresses.ts'
import { pauseOf } from '../db/hosts.ts'
import { refusalOf } from './address.ts'
import { CONDITIONAL_GAP, gapsAt, WHOLE_GAP } from './politeness.ts'
import { type Reply, readReply } from './reply.ts'
import { request } from './request.ts'
import { robotsRefusal } from './robots-file.ts'
import { type Hold, hold, mayHold, type Trip } from './trip.ts'

const BUSY_FOR = 5000 // milliseconds to come back in, while somebody else asks a host
const FIRST_WAIT = 3600 // seconds after a bare “slow down”, twice as long after each further
const LONGEST_WAIT = 24 * 3600 // seconds
const NOTHING: Validators = { etag: null, lastModified: null }

/** A feed is asked for again and again, so with validators and in good time; a page once. */
export type Errand = 'feed' | 'page'

/**
 * Who does not let us ask: `stop` the publisher, in words to us; `wait` the host, for a while;
 * `robots` its robots.txt, which cannot be had where there is an `until`; `rules` our own.
 */
export type Unasked = {
  kind: 'unasked'
  by: 'stop' | 'wait' | 'robots' | 'rules'
  reason: string
  until: string | null
}

/** What came of one request; `until` is when its host wants to be asked again at the earliest. */
export type Asked = { kind: 'asked'; reply: Reply; until: string | null; wasConditional: boolean }

/** Asks a host for one address while nobody else asks it, if it may be asked at all. */
export async function visit(
  trip: Trip,
  url: URL,
  errand: Errand,
): Promise<Unasked | Asked | { kind: 'busy'; until: string }> {
  const { app } = trip
  const refusal = refusalOf(url, app.config.newsroom !== null)
  if (refusal) return unasked('rules', refusal)
  if (trip.visits-- <= 0) return unasked('rules', 'too many addresses for one look')
  if (!mayHold(trip, url)) return unasked('rules', 'too many hosts for one look')
  const host = await hold(trip, url)
  if (!host) return { kind: 'busy', until: await busyUntil(app, url) }
  const refused = await refusalBy(trip, host, url)
  if (refused) return refused
  const validators = errand === 'feed' ? await claimFeed(app, url) : NOTHING
  if (!validators) return await tooEarly(app, url)
  return await get(trip, host, url, errand, validators)
}

async function refusalBy(trip: Trip, host: Hold, url: URL): Promise<Unasked | null> {
  if (host.stopped !== null) {
    return unasked('stop', `its publisher asked us to stay away: “${host.stopped}”`)
  }
  if (host.waitUntil && host.waitUntil > trip.app.now().toISOString()) {
    return unasked('wait', host.waitReason ?? 'asked to wait', host.waitUntil)
  }
  const robots = await robotsRefusal(trip, url)
  if (!robots) return null
  host.wasAsked = true
  const until = robots.wait ? waitFrom(trip.app, host, robots.wait, robots.reason) : robots.until
  return unasked('robots', robots.reason, until)
}

async function get(
  trip: Trip,
  host: Hold,
  url: URL,
  errand: Errand,
  validators: Validators,
): Promise<Asked> {
  const { app } = trip
  host.wasAsked = true
  const reply = await replyOf(trip, url, validators)
  const { said, isSlowDown } = reply
  const wasConditional = (validators.etag ?? validators.lastModified) !== null
  const gaveBody = said.kind === 'given' || (said.kind === 'failed' && said.gaveBody)
  if (errand === 'feed' && !wasConditional && !gaveBody) await forgetWhole(app.db, url.href)
  const isBare = isSlowDown && !reply.wait
  const seconds = isBare ? Math.min(FIRST_WAIT * 2 ** host.waits, LONGEST_WAIT) : reply.wait
  host.waits = isBare ? host.waits + 1 : 0
  const reason = 'reason' in said ? said.reason : 'asked to wait'
  const until = seconds ? waitFrom(app, host, seconds, reason) : null
  return { kind: 'asked', reply, until, wasConditional }
}

async function replyOf(trip: Trip, url: URL, validators: Validators): Promise<Reply> {
  let gaveBody = false
  try {
    return await request(trip, url, headersFor(validators), (response, signal) => {
      gaveBody = response.ok // and perhaps much of it, before it breaks off
      return readReply(response, trip.app.now(), signal, trip.bytes)
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const said = { kind: 'failed', reason, isTrouble: true, gaveBody } as const
    return { wait: null, isSlowDown: false, freshFor: null, said }
  }
}

function headersFor({ etag, lastModified }: Validators): Record<string, string> {
  return {
    accept:
      'application/feed+json, application/atom+xml, application/rss+xml, text/html, */*;q=0.8',
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
}

/** The host is to be left alone for so long; returns until when. */
function waitFrom(app: App, host: Hold, seconds: number, reason: string): string {
  host.waitUntil = new Date(app.now().getTime() + seconds * 1000).toISOString()
  host.waitReason = reason
  return host.waitUntil
}

async function claimFeed(app: App, url: URL): Promise<Validators | null> {
  return await claimAddress(app.db, url.href, app.now().toISOString(), gapsAt(app, url))
}

async function tooEarly(app: App, url: URL): Promise<Unasked> {
  const last = await lastAsked(app.db, url.href)
  const [asked, whole] = [last?.askedAt, last?.wholeAt].map((time) => Date.parse(time ?? ''))
  const until = Math.max((asked || 0) + CONDITIONAL_GAP, (whole || 0) + WHOLE_GAP)
  return unasked('rules', 'it was asked not long ago', new Date(until).toISOString())
}

async function busyUntil(app: App, { host }: URL): Promise<string> {
  const now = app.now()
  const paused = await pauseOf(app.db, host)
  if (paused && paused > now.toISOString()) return paused
  return new Date(now.getTime() + BUSY_FOR).toISOString()
}

function unasked(by: Unasked['by'], reason: string, until: string | null = null): Unasked {
  return { kind: 'unasked', by, reason, until }
}
