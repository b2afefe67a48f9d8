import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { restoreSql } from '../../../scripts/archive/restore.ts'
import { everyRow, tablesOf, triggersOf } from '../../../scripts/archive/tables.ts'
import { OLD_RULES, type Row, type Rows } from './old-rows.ts'

/** Names of all migrations, in order. */
export const MIGRATIONS = readdirSync('migrations').sort()

/** An empty database that has had so many migrations. */
export function emptyAt(version: number): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec('PRAGMA foreign_keys = ON')
  database.exec('CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY, name TEXT UNIQUE)')
  migrate(database, 0, version)
  return database
}

/** A database with what a site of that version held. */
export async function filledAt(version: number, rows: Rows): Promise<DatabaseSync> {
  const database = emptyAt(version)
  if (kindOf(database, 'statements') === 'table') {
    for (const { table, row } of rows) {
      if (table === 'statements' && kindOf(database, 'stated')) state(database, row)
      else enter(database, table, row)
    }
    if (kindOf(database, 'status_work')) {
      // as the code of its day did before the first article
      database.prepare('UPDATE status_work SET rules_version = ?').run(OLD_RULES)
    }
    return database
  }
  // of a version that keeps statements otherwise: as the one before leaves them to it
  const before = await filledAt(version - 1, rows)
  migrate(before, version - 1, version)
  database.exec('BEGIN')
  for await (const sql of restoreSql(tablesOf(database), triggersOf(database), rowsIn(before))) {
    database.exec(sql)
  }
  database.exec('COMMIT')
  return database
}

/** Brings a database from one version to another, each migration all or nothing, as D1 does. */
export function migrate(database: DatabaseSync, from: number, to = MIGRATIONS.length): void {
  for (const name of MIGRATIONS.slice(from, to)) {
    const sql = readFileSync(join('migrations', name), 'utf8')
    database.exec(`BEGIN;${sql};INSERT INTO d1_migrations (name) VALUES ('${name}');COMMIT`)
  }
}

/** Whether a row is there, as far as its table still has the columns. */
export function holds(database: DatabaseSync, table: string, row: Row): boolean {
  const known = valuesOf(database, table, row)
  const where = known.map(([name]) => `"${name}" IS ?`).join(' AND ')
  const values = known.map(([, value]) => value)
  return database.prepare(`SELECT 1 FROM "${table}" WHERE ${where}`).get(...values) !== undefined
}

export function kindOf(database: DatabaseSync, name: string): 'table' | 'view' | null {
  const found = database.prepare('SELECT type FROM sqlite_master WHERE name = ?').get(name)
  return found ? (String(found.type) as 'table' | 'view') : null // no trigger has such a name
}

/** A table of a later version is left out; keys that a trigger has made already stay. */
function enter(database: DatabaseSync, table: string, row: Row): void {
  if (kindOf(database, table) !== 'table') return
  const known = valuesOf(database, table, row)
  const names = known.map(([name]) => `"${name}"`)
  database
    .prepare(`INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${names.map(() => '?')})`)
    .run(...known.map(([, value]) => value))
}

/** The way in for statements of one version: by a view that counts them. */
function state(database: DatabaseSync, row: Row): void {
  const { article_id: articleId = null, given_to: givenTo, said_on: saidOn, ...rest } = row
  const statements = JSON.stringify([{ ...rest, givenTo, saidOn }])
  database
    .prepare(
      `INSERT INTO stated (article_id, moment, statements)
       SELECT id, moment, ?2 FROM articles WHERE id = ?1`,
    )
    .run(articleId, statements)
}

/** The values of a row for which its table has columns. */
export function valuesOf(database: DatabaseSync, table: string, row: Row) {
  const columns = database.prepare(`PRAGMA table_info("${table}")`).all()
  const names = new Set(columns.map(({ name }) => String(name)))
  return Object.entries(row).filter(([name]) => names.has(name))
}

async function* rowsIn(database: DatabaseSync) {
  yield* await Promise.resolve(everyRow(database))
}
