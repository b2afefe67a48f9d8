import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readD1Migrations } from '@cloudflare/vitest-plugin'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

/** The site's public address: as when deployed, it may remember its answers. */
const SITE_URL = 'https://status.example'

/** What the bench's Worker is told; wrangler.toml has the same names. */
const VARS = {
  SITE_URL,
  DIGEST_TIME_ZONE: 'UTC',
  DIGEST_WEEKDAY: '5',
  DIGEST_HOUR: '9',
  MAIL_FROM: 'a@status.example',
  MAIL_REPLY_TO: 'b@status.example',
  POSTAL_ADDRESS: 'Street 1',
  MAIL_DAILY_QUOTA: '',
  MAIL_MONTHLY_QUOTA: '',
  TURNSTILE_SITE_KEY: '',
  RESEND_BASE_URL: 'http://127.0.0.1:9',
  RESEND_API_KEY: 're_bench',
  RESEND_WEBHOOK_SECRET: 'whsec_YmVuY2g=',
  ADMIN_TOKEN: '',
  SECRET_KEY: 'a-secret-key-of-32-characters-or-more',
  SOURCES: '',
  TOPIC: '',
  NEWSROOM: '',
}

/** The bundled Worker in workerd, with an empty database of today's schema kept in `folder`. */
export async function startServer(folder: string) {
  bundle(folder)
  const wrangler = readFileSync('wrangler.toml', 'utf8')
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      modulesRoot: folder,
      scriptPath: join(folder, 'worker.js'),
      compatibilityDate: /compatibility_date = "([^"]+)"/.exec(wrangler)?.[1] ?? '',
      compatibilityFlags: ['nodejs_compat'],
      d1Databases: ['DB'],
      bindings: VARS,
      resourcePersistencePath: join(folder, 'state'),
      upstream: SITE_URL,
    }),
  )
  const url = await miniflare.ready
  const db = await miniflare.getD1Database('DB')
  for (const { queries } of await readD1Migrations('migrations')) {
    for (const query of queries) await db.prepare(query).run()
  }
  return { url, db, stop: () => miniflare.dispose() }
}

function bundle(folder: string): void {
  const args = ['deploy', 'bench/http/worker.ts', '--dry-run', '--outdir', folder]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/wrangler/bin/wrangler.js', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, ...VARS, CI: 'true', WRANGLER_SEND_METRICS: 'false' },
    },
  )
  if (status !== 0) throw new Error(`the Worker was not bundled:\n${stdout}${stderr}`)
}
