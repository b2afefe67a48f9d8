#!/usr/bin/env node
// Plays wrangler d1 for an account whose one database is a file of SQLite.
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'

const { STAND_IN_DATABASE: path = '', STAND_IN_CALLS: calls, STAND_IN_FAILS: fails } = process.env
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    command: { type: 'string' },
    config: { type: 'string' },
    file: { type: 'string' },
    json: { type: 'boolean' },
    local: { type: 'boolean' },
    'persist-to': { type: 'string' },
    remote: { type: 'boolean' },
    y: { type: 'boolean', short: 'y' },
  },
})
if (calls) appendFileSync(calls, `${positionals.join(' ')}\n`)
if (fails && positionals.join(' ').includes(fails)) {
  console.error('✘ [ERROR] fetch failed: the network is gone')
  process.exit(1)
}
const database = new DatabaseSync(path)
database.exec('PRAGMA foreign_keys = ON')

if (positionals[1] === 'migrations') migrate()
else if (values.file) inOneGo(readFileSync(values.file, 'utf8'))
else console.log(JSON.stringify([{ results: database.prepare(values.command ?? '').all() }]))

function migrate() {
  database.exec(
    'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY, name TEXT UNIQUE)',
  )
  for (const name of readdirSync('migrations').sort()) {
    if (database.prepare('SELECT 1 FROM d1_migrations WHERE name = ?').get(name)) continue
    database.exec(readFileSync(join('migrations', name), 'utf8'))
    database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
  }
}

/** D1 takes a file as a whole or not at all. */
function inOneGo(sql) {
  const long = sql.split(';\n').find((statement) => Buffer.byteLength(statement) > 100_000)
  if (long) fail(`statement too long: ${long.slice(0, 80)}`)
  try {
    database.exec(`BEGIN;${sql}COMMIT`)
  } catch (error) {
    fail(String(error))
  }
}

function fail(words) {
  console.error(`✘ [ERROR] ${words}`)
  process.exit(1)
}
