import type { Validators } from '../db/addresses.ts'
import { BODY_LIMIT, readBody, readHead } from './body-stream.ts'
import { maxAge, retryAfter } from './retry-after.ts'

const REDIRECTS = [301, 302, 303, 307, 308]
const FOR_GOOD = [301, 308]
const DENIALS = [401, 402, 403, 407, 451]
const SLOW_DOWN = [420, 429, 503] // 420: an old “enhance your calm”
const WORDS_LIMIT = 300 // bytes of a server's explanation

/** What a server said to one request. */
export type Reply = {
  /** Seconds for which it wants to be left alone; null where it named no time. */
  wait: number | null
  isSlowDown: boolean
  /** Seconds for which its answer is fresh (RFC 9111, max-age); null where it did not say. */
  freshFor: number | null
  said: Said
}

type Said =
  | { kind: 'given'; contentType: string | null; body: Uint8Array; validators: Validators }
  | { kind: 'unchanged'; validators: Validators }
  | { kind: 'moved'; to: string; isForGood: boolean }
  | { kind: 'denied'; reason: string }
  | { kind: 'gone'; reason: string }
  /** `isTrouble` where it may be well again by itself; `gaveBody` where it cost the server much. */
  | { kind: 'failed'; reason: string; isTrouble: boolean; gaveBody: boolean }

/** What an answer says, by its status, headers and, where it is what we came for, its body. */
export async function readReply(
  response: Response,
  now: Date,
  signal: AbortSignal,
  limit = BODY_LIMIT,
): Promise<Reply> {
  const { status, headers } = response
  return {
    wait: retryAfter(headers.get('retry-after'), now),
    isSlowDown: SLOW_DOWN.includes(status),
    freshFor: maxAge(headers.get('cache-control')),
    said: await saidBy(response, signal, limit),
  }
}

async function saidBy(response: Response, signal: AbortSignal, limit: number): Promise<Said> {
  const { status, headers, ok } = response
  if (ok) return await given(response, signal, limit)
  const to = headers.get('location')
  if (status === 304) return { kind: 'unchanged', validators: validatorsOf(headers) }
  if (REDIRECTS.includes(status) && to) {
    await response.body?.cancel()
    return { kind: 'moved', to, isForGood: FOR_GOOD.includes(status) }
  }
  const reason = await wordsOf(response, signal)
  if (status === 410) return { kind: 'gone', reason }
  if (DENIALS.includes(status)) return { kind: 'denied', reason }
  const isTrouble = status >= 500 || SLOW_DOWN.includes(status)
  return { kind: 'failed', reason, isTrouble, gaveBody: false }
}

async function given(response: Response, signal: AbortSignal, limit: number): Promise<Said> {
  const { headers } = response
  const body = await readBody(response, signal, limit)
  if (body === 'too large') {
    const reason = `the answer is larger than ${shown(limit)}`
    return { kind: 'failed', reason, isTrouble: false, gaveBody: true }
  }
  const contentType = headers.get('content-type')
  return { kind: 'given', contentType, body, validators: validatorsOf(headers) }
}

/** A size as the operator reads it. */
function shown(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes / 1000} kB` : `${Math.round(bytes / 1024 ** 2)} MB`
}

function validatorsOf(headers: Headers): Validators {
  return { etag: headers.get('etag'), lastModified: headers.get('last-modified') }
}

/** The status, and what the server wrote beside it in plain text, for the operator to read. */
async function wordsOf(response: Response, signal: AbortSignal): Promise<string> {
  const { status, statusText, headers } = response
  const line = `HTTP ${status}${statusText ? ` ${statusText}` : ''}`
  if (!headers.get('content-type')?.startsWith('text/plain')) {
    await response.body?.cancel()
    return line
  }
  const text = new TextDecoder().decode(await readHead(response, WORDS_LIMIT, signal))
  const words = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return words ? `${line}: “${words}”` : line
}
