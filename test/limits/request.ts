import { env } from 'cloudflare:workers'
import type { App } from '../../src/app.ts'
import { http } from '../../src/routes/http.ts'
import type { Ask } from './states.ts'

export type Route = { method: string; path: string }

/** Every route, as the site itself lists them: a new one cannot escape. */
export function routesOf(app: App): Route[] {
  const { routes: all } = http(app)
  const some = all.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
  return [...new Map(some.map((one) => [`${one.method} ${one.path}`, one])).values()]
}

/** A question to a route, as the admin asks it and from one of our own pages. */
export async function requestOf(
  { method, path }: Route,
  ask: Ask,
): Promise<{ path: string; init: RequestInit<IncomingRequestCfProperties> }> {
  const { in: places = {}, body, headers, query } = { ...ask, ...(await ask.before?.()) }
  const place = path.replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => places[name] ?? '')
  const isProgram = path.startsWith('/api/') || path.startsWith('/webhooks/')
  const init = {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      authorization: `Bearer ${env.ADMIN_TOKEN}`,
      ...headers,
    },
    ...(method === 'POST' && {
      body: isProgram
        ? JSON.stringify(body ?? {})
        : new URLSearchParams(Object.entries(body ?? {})),
    }),
  }
  return { path: query ? `${place}?${query}` : place, init }
}
