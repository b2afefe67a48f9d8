const LONGEST = 30 * 24 * 3600 // seconds; a longer wish is a mistake of the server

/**
 * Seconds to wait from now by a Retry-After header (RFC 9110, 10.2.3: seconds or a date), at most
 * 30 days; null where there is none that can be read.
 */
export function retryAfter(header: string | null, now: Date): number | null {
  if (!header) return null
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - now.getTime()) / 1000)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST) : null
}

/** Seconds for which an answer is fresh by Cache-Control (RFC 9111, 5.2.2.1), at most 30 days. */
export function maxAge(header: string | null): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(header ?? '')?.[1]
  return seconds === undefined ? null : Math.min(Number(seconds), LONGEST)
}
