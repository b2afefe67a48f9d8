import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { d1Over, migrated } from '../exactly-once/sqlite-d1.ts'

const MIGRATIONS = readdirSync('migrations').sort()
const DATABASE = migrated([
  ...MIGRATIONS.map((name) => readFileSync(join('migrations', name), 'utf8')),
  'CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY, name TEXT UNIQUE)',
  ...MIGRATIONS.map((name) => `INSERT INTO d1_migrations (name) VALUES ('${name}')`),
])

type State = { directory: string; file: string; db: D1Database }

/** A directory of local state with a database of all migrations, as wrangler leaves it. */
export function newState(atEnd: (act: () => void) => void = onTestFinished): State {
  const directory = mkdtempSync(join(tmpdir(), 'state-'))
  atEnd(() => rmSync(directory, { recursive: true }))
  const folder = join(directory, 'v3', 'd1', 'miniflare-D1DatabaseObject')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'database.sqlite')
  writeFileSync(file, DATABASE)
  return { directory, file, db: d1Over(new DatabaseSync(file)) }
}
