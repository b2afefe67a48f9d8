import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Contents, checkArchive, rowsOf } from './archive/format.ts'
import { freshDatabase, remoteState, withFolder } from './archive/remote.ts'
import { restoreSql } from './archive/restore.ts'
import { countsOf, databaseFile, migrationsOf, tablesOf, triggersOf } from './archive/tables.ts'
import { end, fail } from './failure.ts'
import { readCommand, textsOf } from './options.ts'
import { run, WRANGLER_HELP, WRANGLER_OPTIONS, wranglerOf } from './setup/wrangler.ts'

const USAGE = `npm run import -- FILE [--remote | --state DIR]

Puts an archive of npm run export into an empty database: one that has had the same migrations and
nothing else. The archive is checked to its end first; then all of it goes in, or nothing.
  --remote         the deployed database: before the first deploy, since a Worker writes at once
  --state DIR      of a local run that is not running (.demo/dev); made if it is not there
${WRANGLER_HELP}
  --help           this text

Exit codes: 0 done; 1 failed, and nothing was written; 2 wrong options.`

/** Pages that do not fit are written, and waited for, before the end. */
const CACHE = 256 * 1024 // KiB

/** How migrations alone leave a database: what it must be like before. */
const fresh = freshDatabase()

const { file, remote, state, wrangler } = optionsOf()

try {
  const contents = await checkArchive(file)
  await (remote ? importRemote(contents) : importLocal(contents))
  const total = Object.values(contents.rows).reduce((sum, count) => sum + count, 0)
  console.log(`${total} rows of ${Object.keys(contents.rows).length} tables restored`)
} catch (error) {
  fail(error)
}

async function importLocal(contents: Contents): Promise<void> {
  const migrate = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state]
  await run(wrangler, migrate)
  const database = new DatabaseSync(databaseFile(state))
  try {
    refuse(contents, { migrations: migrationsOf(database), rows: countsOf(database) })
    database.exec(`PRAGMA cache_size = -${CACHE}`)
    database.exec('BEGIN EXCLUSIVE')
    for await (const sql of restoring()) database.exec(sql)
    database.exec('COMMIT')
  } finally {
    database.close() // what was not committed is undone
  }
}

async function importRemote(contents: Contents): Promise<void> {
  refuse(contents, await remoteState(wrangler, tablesOf(fresh)))
  await withFolder(async (folder) => {
    const sql = join(folder, 'import.sql')
    const lines = Readable.from(restoring()).map((statement: string) => `${statement};\n`)
    await pipeline(lines, createWriteStream(sql, { mode: 0o600 }))
    await run(wrangler, ['d1', 'execute', 'DB', '--remote', '-y', '--file', sql], {
      cure: 'D1 takes a file as a whole or not at all: nothing was written.',
    })
  })
}

function restoring() {
  return restoreSql(tablesOf(fresh), triggersOf(fresh), rowsOf(file))
}

/** Throws an Error unless a database is as migrations leave it, and they are those of the archive. */
function refuse(archive: Contents, target: Contents): void {
  const unknown = Object.keys(archive.rows).find((table) => !tablesOf(fresh).includes(table))
  if (unknown) throw new Error(`${file} has rows of a table ${unknown}, which there is not.`)
  const used = Object.entries(countsOf(fresh)).filter(([table, n]) => target.rows[table] !== n)
  if (used.length > 0) {
    const names = used.map(([table]) => table).join(', ')
    throw new Error(`The database is not empty: ${names}. Nothing was written.`)
  }
  if (archive.migrations.join() !== target.migrations.join()) {
    throw new Error(`The archive is of other migrations, up to ${archive.migrations.at(-1)}, and the
database of those up to ${target.migrations.at(-1)}. Import with the version that wrote it, then migrate.`)
  }
}

function optionsOf() {
  const { values, words } = readCommand(process.argv.slice(2), USAGE, {
    remote: { type: 'boolean' },
    state: { type: 'string' },
    ...WRANGLER_OPTIONS,
  })
  const [file] = words
  if (!file || words.length > 1) end(2, 'One archive is needed.', USAGE)
  const state = textsOf(values)('state', '.demo/dev')
  return { file, remote: values.remote === true, state, ...wranglerOf(values) }
}
