import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readD1Migrations } from '@cloudflare/vitest-plugin'
import { convertV4MiniflareOptions, Miniflare, type V4MiniflareOptions } from 'miniflare'
import { bundle } from '../bundle.ts'
import { SITE, VARS } from '../vars.ts'

const QUEUES = { SCRAPE_QUEUE: 'alita2-scrape', MAIL_QUEUE: 'alita2-mail' }

export type Options = {
  vars?: Record<string, string>
  /** Answers in place of the world outside; without it requests go out. */
  world?: (request: { url: string; method: string; json(): Promise<unknown> }) => Promise<Response>
  /** Whether queues hand their messages to the Worker, as wrangler.toml says. */
  withQueues?: boolean
  withInspector?: boolean
}

/** The Worker as it is deployed, in workerd, with an empty database of today's schema in `folder`. */
export async function startWorker(folder: string, options: Options) {
  bundle(folder)
  const miniflare = new Miniflare(convertV4MiniflareOptions(settings(folder, options)))
  const url = await miniflare.ready
  const db = await miniflare.getD1Database('DB')
  await db.prepare('CREATE TABLE d1_migrations (name TEXT)').run() // of wrangler's own
  for (const { queries } of await readD1Migrations('migrations')) {
    for (const query of queries) await db.prepare(query).run()
  }
  return { url, db, miniflare, token: VARS.ADMIN_TOKEN, secret: VARS.SECRET_KEY }
}

function settings(
  folder: string,
  { vars, world, withQueues, withInspector }: Options,
): V4MiniflareOptions {
  const wrangler = readFileSync('wrangler.toml', 'utf8')
  const consumer = { maxBatchSize: 1, maxBatchTimeout: 0, maxRetries: 5, retryDelay: 1 }
  return {
    name: 'worker',
    modules: true,
    modulesRoot: folder,
    scriptPath: join(folder, 'index.js'),
    compatibilityDate: /compatibility_date = "([^"]+)"/.exec(wrangler)?.[1] ?? '',
    compatibilityFlags: ['nodejs_compat'],
    d1Databases: ['DB'],
    bindings: { ...VARS, ...vars },
    queueProducers: QUEUES,
    ...(withQueues && {
      queueConsumers: Object.fromEntries(Object.values(QUEUES).map((name) => [name, consumer])),
    }),
    ...(world && { outboundService: world }),
    ...(withInspector && { inspectorPort: 0 }),
    resourcePersistencePath: join(folder, 'state'),
    upstream: SITE,
    handleStructuredLogs: () => undefined, // the Worker's own
  }
}
