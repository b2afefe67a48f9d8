#!/usr/bin/env node
// Plays wrangler d1: a local state, or for an account whose one database is a file of SQLite.
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'

const { STAND_IN_DATABASE = '', STAND_IN_CALLS: calls, STAND_IN_FAILS: fails } = process.env
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
const said = positionals.join(' ')
if (calls) appendFileSync(calls, `${said}${values.file ? ' --file' : ''}\n`)
if (fails && `${said} ${values.command ?? ''}`.includes(fails)) fail('fetch failed: no network')

const path = values.local
  ? join(values['persist-to'], 'v3/d1/miniflare-D1DatabaseObject/database.sqlite')
  : STAND_IN_DATABASE
mkdirSync(dirname(path), { recursive: true })
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

/** D1 takes a file as a whole or not at all, and no statement of more than 100 KB. */
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
