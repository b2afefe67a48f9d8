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
