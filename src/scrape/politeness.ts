import type { App } from '../app.ts'

const SECOND = 1000 // milliseconds
const HOUR = 3600 * SECOND

/** The least time between two conditional requests for one feed, in milliseconds. */
export const CONDITIONAL_GAP = HOUR

/**
 * The least time between two requests for all of a feed, in milliseconds. A server that gives no
 * validators leaves us nothing to ask a condition with, so its feed is looked at once a day.
 */
export const WHOLE_GAP = 24 * HOUR

const PAUSE = 2 * SECOND // between the end of a request and the next to the same host

/** After so many milliseconds whoever claimed a host is taken for gone. */
export const LEASE = 300 * SECOND

/** Whether a local run's demo newsroom plays this host: it may be asked at any time. */
export function isPlayed(app: App, { hostname }: URL): boolean {
  return app.config.newsroom !== null && hostname.endsWith('.localhost')
}

/** The moments up to which a last request lies far enough back to ask again. */
export function gapsAt(app: App, url: URL): { conditional: string; whole: string } {
  const isFree = isPlayed(app, url)
  return {
    conditional: before(app, isFree ? 0 : CONDITIONAL_GAP),
    whole: before(app, isFree ? 0 : WHOLE_GAP),
  }
}

/** When a host may be asked again after a request that ends now. */
export function pauseFrom(app: App, url: URL): string {
  return before(app, -pauseFor(app, url))
}

/** Whoever claimed a host before this moment is taken for gone. */
export function leftBefore(app: App): string {
  return before(app, LEASE)
}

/** Seconds from one job for a host to the next, when many are sent at once. */
export function spacing(app: App, url: URL): number {
  return isPlayed(app, url) ? 0 : pauseFor(app, url) / SECOND + 1
}

/** Milliseconds between two requests to a host: ours, or what a news API there asks for. */
function pauseFor(app: App, url: URL): number {
  if (isPlayed(app, url)) return 0
  const asked = app.config.sources.flatMap((source) =>
    source.kind === 'news-api' && URL.parse(source.url)?.host === url.host
      ? [source.minGapSeconds * SECOND]
      : [],
  )
  return Math.max(PAUSE, ...asked)
}

function before(app: App, milliseconds: number): string {
  return new Date(app.now().getTime() - milliseconds).toISOString()
}
