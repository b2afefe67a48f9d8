import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { getPlatformProxy, unstable_splitSqlQuery } from 'wrangler'
import type { Vars } from '../../src/config.ts'
import { NO_SECRETS } from './vars.ts'

/** A local database with the variables of wrangler.toml; to be closed at the end. */
export type LocalD1 = { db: D1Database; vars: Vars; close: () => Promise<void> }

/** Where wrangler writes down which migrations a database has had. */
const LEDGER = `
  CREATE TABLE IF NOT EXISTS d1_migrations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT UNIQUE,
    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
  )`

/** Opens the database of a local run's state; throws where the directory holds none. */
export async function openState(state: string): Promise<LocalD1> {
  const path = join(state, 'v3')
  if (globSync(join(path, 'd1', '**', '*.sqlite')).length === 0) {
    throw new Error(`${state} holds no database: "npm start" makes one in .demo/newsroom`)
  }
  return await open({ path })
}

/** Opens an empty database in memory, with every table. */
export async function openEmpty(): Promise<LocalD1> {
  const opened = await open(false)
  await migrate(opened.db)
  return opened
}

/** Gives the database of a state every table; made where there is none, else what it lacks. */
export async function migrateState(state: string): Promise<void> {
  const { db, close } = await open({ path: join(state, 'v3') })
  await migrate(db).finally(close)
}

/** As `wrangler d1 migrations apply` does, which starts a runtime for each: seconds in place of one. */
async function migrate(db: D1Database): Promise<void> {
  await db.prepare(LEDGER).run()
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()
  const had = new Set(results.map(({ name }) => name))
  for (const file of globSync('migrations/*.sql').sort()) {
    if (had.has(basename(file))) continue
    const statements = unstable_splitSqlQuery(readFileSync(file, 'utf8'))
    const done = db.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(basename(file))
    await db.batch([...statements.map((sql) => db.prepare(sql)), done])
  }
}

async function open(persist: false | { path: string }): Promise<LocalD1> {
  const { env, dispose } = await withoutSecrets(() =>
    getPlatformProxy<Vars & { DB: D1Database }>({
      configPath: 'wrangler.toml',
      envFiles: [],
      persist,
      remoteBindings: false,
    }),
  )
  return { db: env.DB, vars: { ...env, ...NO_SECRETS }, close: dispose }
}

/**
 * Wrangler looks for secrets in the environment, and would say on stdout that it does. The Worker that
 * is started afterwards takes its own from there, so that all is put back.
 */
async function withoutSecrets<Result>(act: () => Promise<Result>): Promise<Result> {
  const ours = { ...NO_SECRETS, WRANGLER_LOG: 'error' }
  const before = Object.keys(ours).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, ours)
  return await act().finally(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })
}
