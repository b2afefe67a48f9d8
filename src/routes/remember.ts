import type { MiddlewareHandler } from 'hono'
import type { App } from '../app.ts'
import { type Drawn, sendDrawn } from './drawn.ts'

const MOST = 200 // answers that one isolate remembers
const LARGEST = 100_000 // bytes of one of them
const CONDITIONS = ['if-none-match', 'if-modified-since']

type Remembered = { answer: Drawn; from: number; until: number }

/**
 * Remembers public answers for as long as their Cache-Control lets every cache do so, so that what
 * is asked often asks the database once a minute; who wants no remembered one says `no-cache`. Only
 * at the site's own public address: a run on a laptop, and a test, always see what is stored.
 */
export function remember({ config, now }: App): MiddlewareHandler {
  const answers = new Map<string, Remembered>()
  const isPublic = config.siteUrl.startsWith('https:')
  return async (c, next) => {
    const { url, method, headers } = c.req.raw
    if (!isPublic || method !== 'GET' || !url.startsWith(`${config.siteUrl}/`)) return await next()
    const time = now().getTime()
    const known = answers.get(url)
    if (known && known.until > time && !wantsAnother(headers)) {
      return sendDrawn(headers, again(known, time))
    }
    answers.delete(url)
    c.req.raw = unconditional(c.req.raw)
    await next()
    const seconds = freshFor(c.res)
    if (seconds === 0) return
    const body = await c.res.arrayBuffer()
    const answer = { body, headers: Object.fromEntries(c.res.headers) }
    if (body.byteLength <= LARGEST) {
      if (answers.size >= MOST) answers.delete(answers.keys().next().value ?? '')
      answers.set(url, { answer, from: time, until: time + seconds * 1000 })
    }
    c.res = undefined // else Hono keeps the headers that a 304 has no use for
    c.res = sendDrawn(headers, answer)
  }
}

function wantsAnother(asked: Headers): boolean {
  return /\bno-cache\b/.test(asked.get('cache-control') ?? '')
}

function again({ answer, from }: Remembered, time: number): Drawn {
  const age = String(Math.floor((time - from) / 1000))
  return { ...answer, headers: { ...answer.headers, age } }
}

/** The whole answer is to be remembered, whatever this client has of it. */
function unconditional(request: Request): Request {
  if (!CONDITIONS.some((name) => request.headers.has(name))) return request
  const headers = new Headers(request.headers)
  for (const name of CONDITIONS) headers.delete(name)
  return new Request(request, { headers })
}

/** Seconds for which anybody may keep an answer; 0 for one that nobody may. */
function freshFor({ status, headers }: Response): number {
  const control = headers.get('cache-control') ?? ''
  const isShared = status === 200 && /\bpublic\b/.test(control) && !headers.has('set-cookie')
  return isShared ? Number(/\bmax-age=(\d+)/.exec(control)?.[1] ?? 0) : 0
}
