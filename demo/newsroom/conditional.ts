import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** What a client may hold against what it has; `modified` is null where there is no date. */
export type Validators = { etag: string; modified: Date | null }

/** A strong entity tag of the bytes, quoted. */
export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** Whether a conditional GET is answered with 304: RFC 9110, 13.2.2. */
export function isUnchanged(headers: IncomingHttpHeaders, { etag, modified }: Validators): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.trim() === '*' || listed(tags).includes(etag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return modified !== null && Math.floor(modified.getTime() / 1000) * 1000 <= since
}

/** The tags of the header, compared weakly: without their W/. */
function listed(tags: string): string[] {
  return tags.match(/"[^"]*"/g) ?? []
}
