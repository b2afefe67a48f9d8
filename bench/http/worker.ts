import { env } from 'cloudflare:workers'
import { Hono } from 'hono'
import { sources } from '../../config/sources.ts'
import { topic } from '../../config/topic.ts'
import type { App } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'
import { http } from '../../src/routes/http.ts'
import { countingReads } from './reads.ts'

/** The site beside a bare Hono handler, in one isolate, so that both are measured alike. */

const nowhere = { send: () => Promise.resolve(), sendBatch: () => Promise.resolve() }

const app: App = {
  db: env.DB,
  now: () => new Date(),
  fetch: () => Promise.reject(new Error('nothing is fetched here')),
  mailer: { send: () => Promise.reject(new Error('no mail is sent here')) },
  queues: { scrape: nowhere, mail: nowhere },
  config: configOf(env, { topic, sources, version: '0' }),
  log: () => {},
}
const site = http(app)

const bare = new Hono()
  .get('/bare', (c) => c.text('x'.repeat(Number(c.req.query('bytes') ?? 2))))
  .get('/bare-d1', async (c) => c.json(await env.DB.prepare('SELECT 1').first()))

// biome-ignore lint/style/noDefaultExport: a Worker is its module's default export
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/bare')) return await bare.fetch(request)
    if (request.headers.has('x-count-reads')) return await counted(request)
    return await site.fetch(request)
  },
} satisfies ExportedHandler<Env>

/** The same answer with the rows that D1 says it read for it. */
async function counted(request: Request): Promise<Response> {
  const { db, reads } = countingReads(env.DB)
  const answer = await http({ ...app, db }).fetch(request)
  const told = new Response(answer.body, answer)
  told.headers.set('x-rows-read', String(reads.rows))
  told.headers.set('x-round-trips', String(reads.trips))
  return told
}
