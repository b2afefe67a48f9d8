import type { Clock } from './clock.ts'

/** One request, as a publisher sees it. */
export type Visit = {
  method: string
  url: string
  path: string
  headers: Headers
  at: number
  /** How many requests for this address there were before. */
  nth: number
  /** What was answered; 0 where nothing was. */
  status: number
}

/** A scripted publisher; whatever it throws is a broken network. */
export type Site = (visit: Visit) => Response | Promise<Response>

/** A web of scripted publishers that keeps what it was asked, and how many asked at once. */
export function newWeb(clock: Clock, sites: Record<string, Site>) {
  const visits: Visit[] = []
  const open = new Map<string, number>()
  const most = { aHost: 0, atAll: 0 }
  const fetch = async (request: Request): Promise<Response> => {
    const { host, pathname, search } = new URL(request.url)
    const visit: Visit = {
      method: request.method,
      url: request.url,
      path: `${pathname}${search}`,
      headers: request.headers,
      at: clock.now,
      nth: visits.filter(({ url }) => url === request.url).length,
      status: 0,
    }
    visits.push(visit)
    open.set(host, (open.get(host) ?? 0) + 1)
    most.aHost = Math.max(most.aHost, open.get(host) ?? 0)
    most.atAll = Math.max(
      most.atAll,
      [...open.values()].reduce((sum, one) => sum + one, 0),
    )
    await scheduler.wait(1) // so that others could ask meanwhile
    try {
      const response = await answer(sites[host], visit)
      visit.status = response.status
      return response
    } finally {
      open.set(host, (open.get(host) ?? 1) - 1)
    }
  }
  return { fetch, visits, most }
}

async function answer(site: Site | undefined, visit: Visit): Promise<Response> {
  if (!site) throw new Error(`no such host: ${new URL(visit.url).host}`)
  if (visit.path === '/robots.txt') {
    const own = await site(visit)
    return own.headers.has('x-robots') ? own : new Response('none', { status: 404 })
  }
  return await site(visit)
}

/** A robots.txt, for a site that has one. */
export function robotsTxt(text: string, init: ResponseInit = {}): Response {
  return new Response(text, { ...init, headers: { ...init.headers, 'x-robots': '1' } })
}
