import { globSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readD1Migrations } from '@cloudflare/vitest-plugin'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

/** Opens the local D1 that a folder keeps; empty the first time. */
export async function openStore(folder: string) {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: 'export default { fetch: () => new Response() }',
      compatibilityDate: '2026-01-01',
      d1Databases: ['DB'],
      resourcePersistencePath: folder,
    }),
  )
  return { db: await miniflare.getD1Database('DB'), close: () => miniflare.dispose() }
}

/** Gives an empty database today's schema. */
export async function migrate(db: D1Database): Promise<void> {
  for (const { queries } of await readD1Migrations('migrations'))
    await db.batch(queries.map((query) => db.prepare(query)))
}

/** Works on the file of a closed store, past D1, without care for a crash. */
export function inFile(folder: string, work: (file: DatabaseSync) => void): void {
  const [path] = globSync(join(folder, '**', '*.sqlite')).filter(
    (name) => !name.endsWith('metadata.sqlite'),
  )
  if (!path) throw new Error(`${folder} holds no database`)
  const file = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  file.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000')
  file.exec('PRAGMA temp_store = MEMORY')
  work(file)
  file.close()
}
