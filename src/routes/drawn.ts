import type { MiddlewareHandler } from 'hono'
import type { App } from '../app.ts'
import type { SnapshotKind } from '../db/public/snapshots.ts'
import { isKnown, tagOf, unchanged } from './conditional.ts'
import { keptReader } from './kept.ts'

/** An answer as it was made for all: its bytes, and its headers by their names in small letters. */
export type Drawn = { body: ArrayBuffer; headers: Record<string, string> }

/** Makes one of a text, with an ETag. */
export async function drawn(text: string, headers: Record<string, string>): Promise<Drawn> {
  const body = await new Response(text).arrayBuffer()
  return { body, headers: { ...headers, etag: await tagOf(body) } }
}

/** Sends it, or 304 to who has it by the headers of a request. */
export function sendDrawn(asked: Headers, { body, headers }: Drawn): Response {
  return isKnown(asked, headers)
    ? unchanged(Object.entries(headers))
    : new Response(body, { headers })
}

/** Sends it to who asks without any question; others are answered by what comes after. */
export function sendWhole(draw: () => Promise<Drawn>): MiddlewareHandler {
  return async ({ req }, next) =>
    req.url.includes('?') ? await next() : sendDrawn(req.raw.headers, await draw())
}

const HOUR_MS = 3_600_000

/**
 * An answer that is made of a snapshot and of the hour, as days are counted from it: the same, with
 * the same tag, for all who ask in that hour while nothing changes, and made once for them. Whether
 * anything has changed is asked for by each request; only the last answer is kept.
 */
export function drawnOnce<Body extends object>(
  app: App,
  kind: (version: string) => SnapshotKind<Body>,
  draw: (body: Body, hour: Date) => Promise<Drawn>,
): () => Promise<Drawn> {
  const read = keptReader(app, kind)
  let kept: { of: Body; hour: number; answer: Drawn } | null = null
  return async () => {
    const of = await read()
    const hour = Math.floor(app.now().getTime() / HOUR_MS)
    if (kept?.of === of && kept.hour === hour) return kept.answer
    const answer = await draw(of, new Date(hour * HOUR_MS))
    kept = { of, hour, answer }
    return answer
  }
}
