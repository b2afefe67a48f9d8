import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getPlatformProxy, unstable_splitSqlQuery } from 'wrangler'
import type { Vars } from '../../src/config.ts'

/** A local database with the variables of wrangler.toml; to be closed at the end. */
export type LocalD1 = { db: D1Database; vars: Vars; close: () => Promise<void> }

/** What wrangler.toml calls secret: nothing is sent, sealed or signed for anybody here. */
const NO_SECRETS = {
  ADMIN_TOKEN: '',
  RESEND_API_KEY: '',
  RESEND_WEBHOOK_SECRET: '',
  SECRET_KEY: 'nothing-is-sealed-with-this-local-key',
}

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
  for (const file of globSync('migrations/*.sql').sort()) {
    const statements = unstable_splitSqlQuery(readFileSync(file, 'utf8'))
    await opened.db.batch(statements.map((sql) => opened.db.prepare(sql)))
  }
  return opened
}

async function open(persist: false | { path: string }): Promise<LocalD1> {
  // wrangler looks for secrets there, and would say on stdout that it does
  Object.assign(process.env, NO_SECRETS, { WRANGLER_LOG: 'error' })
  const { env, dispose } = await getPlatformProxy<Vars & { DB: D1Database }>({
    configPath: 'wrangler.toml',
    envFiles: [],
    persist,
    remoteBindings: false,
  })
  return { db: env.DB, vars: { ...env, ...NO_SECRETS }, close: dispose }
}
