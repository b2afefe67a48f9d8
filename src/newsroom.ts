/**
 * In local runs the demo newsroom at `newsroom` plays every publisher whose host ends in .localhost:
 * the request goes there, and tells whom it is for. Others are left as they are.
 */
export function throughNewsroom(request: Request, newsroom: string | null): Request {
  const url = new URL(request.url)
  if (!newsroom || !url.hostname.endsWith('.localhost')) return request
  const headers = new Headers(request.headers)
  headers.set('x-forwarded-host', url.host)
  const { signal, redirect } = request
  return new Request(new URL(url.pathname + url.search, newsroom), { headers, signal, redirect })
}
