import type { App } from '../app.ts'
import type { Validators } from '../db/addresses.ts'
import { type Trip, travel } from './trip.ts'
import { type Asked, type Errand, type Unasked, visit } from './visit.ts'

const MAX_REDIRECTS = 5
const BUSY_ELSEWHERE = 3600_000 // milliseconds, where a redirect leads to a host that is being asked

/** What came of asking for an address. Expected trouble is a value. */
export type Answer =
  | ({
      kind: 'fresh'
      contentType: string | null
      body: Uint8Array
    } & Came)
  | ({ kind: 'unchanged' } & Came)
  /** We must not ask, or were told not to: by robots.txt, by the server, by our own rules. */
  | {
      kind: 'refused'
      reason: string
      until: string | null
      /** Who says so; the server where it was asked just now. */
      by: 'server' | Unasked['by']
    }
  /** Somebody else asks the host just now. */
  | { kind: 'busy'; until: string }
  | { kind: 'gone'; reason: string }
  /** `isTrouble` where it may be well again by itself. */
  | { kind: 'failed'; reason: string; isTrouble: boolean }

/** What there is to judge a source or a page by: its host was free. */
export type Final = Exclude<Answer, { kind: 'busy' }>

export type Fresh = Extract<Answer, { kind: 'fresh' }>

type Came = {
  /** Where the answer came from, after redirects. */
  url: string
  /** The same, where each redirect on the way was for good; else null. */
  movedTo: string | null
  validators: Validators
  /** Seconds for which the server wants no further question. */
  freshFor: number | null
  /** Until when the host wants to be left alone, though it answered. */
  until: string | null
}

/**
 * Asks for an address as a polite guest: robots.txt (RFC 9309), the host's wish to be left alone, one
 * request at a time, GET only, no cookie, no referrer; a feed with validators and not too often.
 */
export async function ask(app: App, address: string, errand: Errand = 'page'): Promise<Answer> {
  return await travel(app, (trip) => askOn(trip, address, errand), 'page')
}

/** Whether its host was asked anything, if only for its robots.txt. */
export function wasAsked(answer: Final): boolean {
  return answer.kind !== 'refused' || answer.by === 'server' || answer.by === 'robots'
}

/** Asks for an address as one of the questions of a trip. */
export async function askOn(trip: Trip, address: string, errand: Errand): Promise<Answer> {
  const seen = new Set<string>()
  let isForGood = true
  let url = withoutHash(address)
  while (url) {
    if (seen.has(url.href)) return failed('the redirects go round in a loop')
    seen.add(url.href)
    const visited = await visit(trip, url, errand)
    if (visited.kind === 'unasked') return refused(visited)
    if (visited.kind === 'busy') return seen.size === 1 ? visited : busyElsewhere(trip.app, url)
    const { said } = visited.reply
    if (said.kind !== 'moved' || visited.until) {
      return answerOf(visited, url, seen.size > 1 && isForGood)
    }
    if (seen.size > MAX_REDIRECTS) return failed(`over ${MAX_REDIRECTS} redirects`)
    isForGood &&= said.isForGood
    url = withoutHash(said.to, url.href)
  }
  return failed('no address')
}

function withoutHash(address: string, base?: string): URL | null {
  const url = URL.parse(address, base)
  if (url) url.hash = ''
  return url
}

function refused({ by, reason, until }: Unasked): Answer {
  return { kind: 'refused', reason, until, by }
}

function busyElsewhere(app: App, { host }: URL): Answer {
  const until = new Date(app.now().getTime() + BUSY_ELSEWHERE).toISOString()
  return refused({ kind: 'unasked', by: 'wait', reason: `${host} is being asked already`, until })
}

function answerOf({ reply, until, wasConditional }: Asked, url: URL, isForGood: boolean): Answer {
  const { said, freshFor, isSlowDown } = reply
  const came = { url: url.href, movedTo: isForGood ? url.href : null, freshFor, until }
  switch (said.kind) {
    case 'given':
      return { kind: 'fresh', contentType: said.contentType, body: said.body, ...cameWith(said) }
    case 'unchanged':
      if (!wasConditional) return failed('HTTP 304 to an unconditional request')
      return { kind: 'unchanged', ...cameWith(said) }
    case 'gone':
      return said
    case 'moved':
      return told('asked to wait before it is looked at elsewhere')
    case 'denied':
      return told(said.reason)
    case 'failed':
      return until || isSlowDown ? told(said.reason) : failed(said.reason, said.isTrouble)
  }

  function cameWith({ validators }: { validators: Validators }): Came {
    return { ...came, validators }
  }

  function told(reason: string): Answer {
    return { kind: 'refused', reason, until, by: 'server' }
  }
}

function failed(reason: string, isTrouble = false): Answer {
  return { kind: 'failed', reason, isTrouble }
}
