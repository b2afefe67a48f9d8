import { DatabaseSync } from 'node:sqlite'
import { writeArchive } from './archive/format.ts'
import { freshDatabase, remoteRows, remoteState } from './archive/remote.ts'
import { databaseFile, everyRow, migrationsOf } from './archive/tables.ts'
import { end, fail } from './failure.ts'
import { readOptions, textsOf } from './options.ts'
import { WRANGLER_HELP, WRANGLER_OPTIONS, wranglerOf } from './setup/wrangler.ts'

const USAGE = `npm run export -- --out FILE [--remote | --state DIR]

Everything that the database holds as one archive: gzip of NDJSON, a row a line, with counts and a
checksum at its end. Addresses stay sealed: keep SECRET_KEY beside it. npm run import puts it back.
  --out FILE       where to: backup.ndjson.gz
  --remote         the deployed database, by wrangler d1 execute, 2000 rows a call; best while nothing is
                   scanned or sent, since it is not all read at one moment
  --state DIR      of a local run (.demo/newsroom); .demo/dev for npm run dev
${WRANGLER_HELP}
  --help           this text

Exit codes: 0 done; 1 failed, and there is no file; 2 wrong options.`

const options = readOptions(process.argv.slice(2), USAGE, {
  out: { type: 'string' },
  remote: { type: 'boolean' },
  state: { type: 'string' },
  ...WRANGLER_OPTIONS,
})
const textOf = textsOf(options)
const out = textOf('out', '')
if (out === '') end(2, '--out FILE is missing.', USAGE)

try {
  const rows = options.remote ? await exportRemote() : await exportLocal()
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  console.log(`${total} rows of ${Object.keys(rows).length} tables in ${out}`)
} catch (error) {
  fail(error)
}

async function exportRemote() {
  const { wrangler } = wranglerOf(options)
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
