import type { App } from '../../src/app.ts'
import { http } from '../../src/routes/http.ts'
import { NEWS, readNews } from '../db/public/newsroom.ts'

export const ORIGIN = 'https://status.example'

export const WEBHOOK_SECRET = 'whsec_dGVzdC13ZWJob29rLXNlY3JldC0wMTIzNDU2Nzg5'

const KEPT = Promise.resolve()

/** A question that a route of the site might be asked. */
export type Question = { path: string; init: RequestInit & { method: string } }

export type World = Awaited<ReturnType<typeof openSite>>

/** A site with news, a webhook secret, queues and a provider that take all; and what it logs. */
export async function openSite() {
  const { app: plain, logged } = await readNews(NEWS)
  const app: App = {
    ...plain,
    mailer: { send: async () => ({ kind: 'unknown', reason: 'nobody is there' }) },
    queues: {
      scrape: { send: () => KEPT, sendBatch: () => KEPT },
      mail: { send: () => KEPT, sendBatch: () => KEPT },
    },
    config: { ...plain.config, webhookSecret: WEBHOOK_SECRET },
  }
  const site = http(app)
  const token = app.config.admins[0]?.token ?? ''
  return { app, site, logged, token, routes: routesOf(site), secrets: [...secretsOf(app)] }
}

/** Every route by method and path, as the site itself lists them: a new one cannot escape. */
function routesOf(site: ReturnType<typeof http>): { method: string; path: string }[] {
  const all = site.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
  const named = new Map(all.map(({ method, path }) => [`${method} ${path}`, { method, path }]))
  return [...named.values()]
}

/** What no answer may hold. */
function* secretsOf({ config }: App): Generator<string> {
  yield* config.secretKey
  for (const { token } of config.admins) yield token
  yield WEBHOOK_SECRET
}
