import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readD1Migrations } from '@cloudflare/vitest-plugin'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

/** The site's public address: as when deployed, it may remember its answers. */
export const SITE = 'https://status.example'

const QUEUES = { SCRAPE_QUEUE: 'alita2-scrape', MAIL_QUEUE: 'alita2-mail' }

/** What the Worker is told; wrangler.toml has the same names. */
const VARS = {
  SITE_URL: SITE,
  DIGEST_TIME_ZONE: 'UTC',
  DIGEST_WEEKDAY: '5',
  DIGEST_HOUR: '9',
  MAIL_FROM: 'a@status.example',
  MAIL_REPLY_TO: 'b@status.example',
  POSTAL_ADDRESS: 'Street 1',
  RESEND_BASE_URL: 'https://mail.example',
  RESEND_API_KEY: 're_bench',
  RESEND_WEBHOOK_SECRET: 'whsec_YmVuY2g=',
  ADMIN_TOKEN: 'an-admin-token-of-32-characters-or-more',
  SECRET_KEY: 'a-secret-key-of-32-characters-or-more',
  SOURCES: '',
  TOPIC: '',
  NEWSROOM: '',
}

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
  const miniflare = new Miniflare(convertV4MiniflareOptions(settings(folder, options) as never))
  const url = await miniflare.ready
  const db = await miniflare.getD1Database('DB')
  await db.prepare('CREATE TABLE d1_migrations (name TEXT)').run() // of wrangler's own
  for (const { queries } of await readD1Migrations('migrations')) {
    for (const query of queries) await db.prepare(query).run()
  }
  return { url, db, miniflare, token: VARS.ADMIN_TOKEN, secret: VARS.SECRET_KEY }
}

function settings(folder: string, { vars, world, withQueues, withInspector }: Options) {
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

function bundle(folder: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--outdir', folder],
    {
      encoding: 'utf8',
      env: { ...process.env, ...VARS, CI: 'true', WRANGLER_SEND_METRICS: 'false' },
    },
  )
  if (status !== 0) throw new Error(`the Worker was not bundled:\n${stdout}${stderr}`)
}
