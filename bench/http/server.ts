import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readD1Migrations } from '@cloudflare/vitest-plugin'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { bundle } from '../bundle.ts'
import { SITE, VARS } from '../vars.ts'

/** The bundled Worker in workerd, with an empty database of today's schema kept in `folder`. */
export async function startServer(folder: string) {
  bundle(folder, 'bench/http/worker.ts')
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
      upstream: SITE,
    }),
  )
  const url = await miniflare.ready
  const db = await miniflare.getD1Database('DB')
  for (const { queries } of await readD1Migrations('migrations')) {
    for (const query of queries) await db.prepare(query).run()
  }
  return { url, db, stop: () => miniflare.dispose() }
}
