import { DatabaseSync } from 'node:sqlite'
import { writeArchive } from './archive/format.ts'
import { freshDatabase, remoteRows, remoteState } from './archive/remote.ts'
import { databaseFile, everyRow, migrationsOf } from './archive/tables.ts'
import { readOptions, textsOf } from './options.ts'
import { wranglerAt } from './setup/wrangler.ts'

const USAGE = `npm run export -- --out FILE [--remote | --state DIR]

Everything that the database holds as one archive: gzip of NDJSON, a row a line, with counts and a
checksum at its end. Addresses stay sealed: keep SECRET_KEY beside it. npm run import puts it back.
  --out FILE       where to: backup.ndjson.gz
  --remote         the deployed database, by wrangler d1 execute, 2000 rows a call; best while nothing is
                   scanned or sent, since it is not all read at one moment
  --state DIR      of a local run (.demo/newsroom); .demo/dev for npm run dev
  --config FILE    in place of wrangler.toml
  --wrangler FILE  in place of node_modules/.bin/wrangler
  --help           this text

Exit codes: 0 done; 1 failed, and there is no file; 2 wrong options.`

const options = readOptions(process.argv.slice(2), USAGE, {
  out: { type: 'string' },
  remote: { type: 'boolean' },
  state: { type: 'string' },
  config: { type: 'string' },
  wrangler: { type: 'string' },
})
const textOf = textsOf(options)
const out = textOf('out', '')

try {
  if (out === '') throw Object.assign(new Error(`--out FILE is missing.\n\n${USAGE}`), { exit: 2 })
  const rows = options.remote ? await exportRemote() : await exportLocal()
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  console.log(`${total} rows of ${Object.keys(rows).length} tables in ${out}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof Error && 'exit' in error ? 2 : 1
}

async function exportRemote() {
  const wrangler = wranglerAt(
    textOf('config', 'wrangler.toml'),
    textOf('wrangler', 'node_modules/.bin/wrangler'),
  )
  const { migrations } = await remoteState(wrangler, ['totals'])
  return await writeArchive(out, migrations, remoteRows(wrangler, freshDatabase()))
}

async function exportLocal() {
  const file = databaseFile(textOf('state', '.demo/newsroom'))
  const database = new DatabaseSync(file, { readOnly: true })
  database.exec('BEGIN') // all of it as it is at one moment
  try {
    return await writeArchive(out, migrationsOf(database), everyRow(database))
  } finally {
    database.close()
  }
}
