import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { databaseFile } from '../../scripts/archive/tables.ts'
import { localSecrets } from '../../scripts/local/secrets.ts'
import { startWorker } from '../../scripts/local/worker.ts'
import { run, wranglerAt } from '../../scripts/setup/wrangler.ts'

const PORT = 8698
const FORMER = 8 // migrations that the version before had

test('a state of an earlier version is brought up to date when it is started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'former-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const state = join(folder, 'state')
  const migrate = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state]
  await run(wranglerAt(formerConfig(folder), resolve('node_modules/.bin/wrangler')), migrate)
  const file = databaseFile(state)
  const before = new DatabaseSync(file)
  before.exec("INSERT INTO stopped_hosts VALUES ('stop.example', '2026-01-01', 'please')")
  before.close()
  const { file: secretsFile } = localSecrets(state)
  const worker = await startWorker({ port: PORT, state, secretsFile, vars: {} })
  onTestFinished(() => worker.stop())
  const health = await (await fetch(`${worker.url}/health`)).json()
  expect(health).toMatchObject({ migrations: { missing: [] } })
  const after = new DatabaseSync(file, { readOnly: true })
  expect(after.prepare('SELECT words FROM stopped_hosts').get()).toEqual({ words: 'please' })
  after.close()
})

/** A configuration like ours, with the first migrations only. */
function formerConfig(folder: string): string {
  mkdirSync(join(folder, 'migrations'))
  for (const name of readdirSync('migrations').sort().slice(0, FORMER)) {
    cpSync(join('migrations', name), join(folder, 'migrations', name))
  }
  const config = join(folder, 'wrangler.toml')
  writeFileSync(config, readFileSync('wrangler.toml', 'utf8').replace(/^#:schema.*\n/, ''))
  return config
}
