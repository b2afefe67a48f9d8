/** A feed: something new comes every so many hours; a fifth of the servers give no validators. */
export type Feed = { host: string; every: number; items: number; hasValidators: boolean }

const PACES = [1, 3, 6, 12, 24, 72, 168, 336, 720, 2] // hours from one item to the next

export const FEEDS: readonly Feed[] = Array.from({ length: 50 }, (_, at) => ({
  host: `feed-${at}.example`,
  every: PACES[at % PACES.length] ?? 24,
  items: 10 + (at % 5) * 10,
  hasValidators: at % 5 !== 4,
}))

export type Sent = { status: number; headers: Record<string, string>; body: string }

/** What a publisher sends at an hour, to somebody with this ETag. */
export function publisher(feed: Feed, hour: number, etag: string | null): Sent {
  const number = Math.floor(hour / feed.every)
  const tag = `"${number}"`
  const headers: Record<string, string> = feed.hasValidators ? { etag: tag } : {}
  if (feed.hasValidators && etag === tag) return { status: 304, headers, body: '' }
  return { status: 200, headers, body: feedOf(feed, number) }
}

/** Bytes of an answer: a usual status line and headers are about 300. */
export function size({ body }: Sent): number {
  return 300 + body.length
}

function feedOf({ host, items }: Feed, number: number): string {
  const text = 'What this fictional article says, as a summary of usual length. '.repeat(12)
  const entries = Array.from({ length: items }, (_, back) => {
    const id = number - back
    return `<item><title>Article ${id}</title><link>https://${host}/${id}</link><description>${text}</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title>${entries.join('')}</channel></rss>`
}
