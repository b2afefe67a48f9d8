import { globSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Row } from './format.ts'

const PRIVATE = /^(?:sqlite_|_cf_|d1_migrations$)/ // of SQLite, D1 and wrangler
const MIGRATED = "SELECT name FROM sqlite_master WHERE name = 'd1_migrations'"

/** The file of the one database in a directory of local state; throws where there is none. */
export function databaseFile(state: string): string {
  const found = globSync(join(state, 'v3', 'd1', '**', '*.sqlite')).filter((path) => {
    const database = new DatabaseSync(path, { readOnly: true })
    const isOurs = database.prepare(MIGRATED).get() !== undefined
    database.close()
    return isOurs
  })
  if (found.length === 1 && found[0]) return found[0]
  throw new Error(`${state} holds ${found.length} databases; one is needed.`)
}

/** The migrations that a database has had, in order. */
export function migrationsOf(database: DatabaseSync): string[] {
  return database
    .prepare('SELECT name FROM d1_migrations ORDER BY name')
    .all()
    .map(({ name }) => String(name))
}

/** Our tables, by name; of a search index the table itself, not those that SQLite keeps for it. */
export function tablesOf(database: DatabaseSync): string[] {
  return database
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'view' AND type <> 'shadow' ORDER BY name",
    )
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !PRIVATE.test(name))
}

/** The columns of a table that are not derived, and those that tell its rows apart. */
export function columnsOf(database: DatabaseSync, table: string) {
  const columns = database.prepare(`PRAGMA table_info("${table}")`).all()
  const names = columns.map(({ name }) => String(name))
  const kind = database.prepare('SELECT type, wr FROM pragma_table_list WHERE name = ?').get(table)
  const key = columns.filter(({ pk }) => Number(pk) > 0).sort((a, b) => Number(a.pk) - Number(b.pk))
  return {
    // the number of a row in a search index means something, and is no column
    names: kind?.type === 'virtual' ? ['rowid', ...names] : names,
    key: kind?.wr === 1 ? key.map(({ name }) => String(name)) : ['rowid'],
  }
}

/** What makes the triggers, to be dropped while rows are put back as they were. */
export function triggersOf(database: DatabaseSync): { name: string; sql: string }[] {
  return database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    .all()
    .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }))
}

/** Every row of every table, without columns that are derived. */
export function* everyRow(database: DatabaseSync): Generator<{ table: string; row: Row }> {
  for (const table of tablesOf(database)) {
    const names = columnsOf(database, table)
      .names.map((name) => `"${name}"`)
      .join(', ')
    const select = database.prepare(`SELECT ${names} FROM "${table}"`)
    select.setReadBigInts(true)
    for (const row of select.iterate()) {
      yield { table, row: plain(table, row) }
    }
  }
}

/** How many rows each table holds. */
export function countsOf(database: DatabaseSync): Record<string, number> {
  return Object.fromEntries(
    tablesOf(database).map((table) => [
      table,
      Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n),
    ]),
  )
}

function plain(table: string, row: Record<string, unknown>): Row {
  const values = Object.entries(row).map(([name, value]) => {
    if (value === null || typeof value === 'string') return [name, value]
    if (typeof value === 'bigint') return [name, whole(value)]
    if (typeof value === 'number' && Number.isFinite(value)) return [name, value]
    throw new Error(`${table}.${name} holds what an archive cannot: ${typeof value}`)
  })
  return Object.fromEntries(values)
}

function whole(value: bigint): number | { integer: string } {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : { integer: String(value) }
}
