import { readFileSync } from 'node:fs'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import type { HostOptions } from './runtime.ts'

/**
 * The process that is killed: workerd, with D1 on disk and queues in memory, as Miniflare runs it for
 * `wrangler dev`, without the seconds that wrangler needs to start. Its options are a file of JSON.
 */
const { schema, ...options }: HostOptions = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))

process.once('disconnect', () => process.exit()) // whoever started it is gone
// Miniflare checks them itself
const given = options as unknown as Parameters<typeof convertV4MiniflareOptions>[0]
const miniflare = new Miniflare(convertV4MiniflareOptions(given))
if (schema.length > 0) {
  const db = await miniflare.getD1Database('DB')
  await db.batch(schema.map((sql) => db.prepare(sql)))
}
process.send?.(String(await miniflare.ready))
