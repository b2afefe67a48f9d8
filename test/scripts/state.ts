import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { sqliteD1 } from '../exactly-once/sqlite-d1.ts'

const D1_MIGRATIONS = 'CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY, name TEXT UNIQUE)'

type State = { directory: string; file: string; db: D1Database }

/** A directory of local state with a database of all migrations, as wrangler leaves it. */
export function newState(atEnd: (act: () => void) => void = onTestFinished): State {
  const directory = mkdtempSync(join(tmpdir(), 'state-'))
  atEnd(() => rmSync(directory, { recursive: true }))
  const folder = join(directory, 'v3', 'd1', 'miniflare-D1DatabaseObject')
  mkdirSync(folder, { recursive: true })
  const names = readdirSync('migrations').sort()
  const file = join(folder, 'database.sqlite')
  const db = sqliteD1(
    [
      ...names.map((name) => readFileSync(join('migrations', name), 'utf8')),
      D1_MIGRATIONS,
      ...names.map((name) => `INSERT INTO d1_migrations (name) VALUES ('${name}')`),
    ],
    file,
  )
  return { directory, file, db }
}
