import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

const STAND_IN = resolve('test/scripts/setup/wrangler-stand-in.mjs')

/** What the stand-in's account holds. */
export type Account = {
  isLoggedIn: boolean
  accounts: { id: string; name: string }[]
  hasSubdomain: boolean
  worker: boolean
  databases: { uuid: string; name: string }[]
  queues: string[]
  secrets: string[]
  /** Names of others. */
  taken: string[]
  badMigration: string | null
  /** How the list of secrets fails. */
  badList: string | null
  deploys: number
}

const EMPTY: Account = {
  isLoggedIn: true,
  accounts: [{ id: 'a1', name: 'Sam' }],
  hasSubdomain: true,
  worker: false,
  databases: [],
  queues: [],
  secrets: [],
  taken: [],
  badMigration: null,
  badList: null,
  deploys: 0,
}

/** Secrets that cannot be made up, as an operator without a terminal gives them. */
export const GIVEN = { RESEND_API_KEY: 're_given', RESEND_WEBHOOK_SECRET: 'whsec_given' }

/** An account behind a stand-in for wrangler, with a wrangler.toml of its own. */
export function newAccount(differences: Partial<Account> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const at = (name: string) => join(folder, name)
  const read = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '')
  copyFileSync('wrangler.toml', at('wrangler.toml'))
  writeFileSync(at('account.json'), JSON.stringify({ ...EMPTY, ...differences }))
  return {
    config: () => read('wrangler.toml'),
    edit: (change: (toml: string) => string) =>
      writeFileSync(at('wrangler.toml'), change(read('wrangler.toml'))),
    secrets: () => read('secrets.env'),
    secretsFile: at('secrets.env'),
    account: (): Account => JSON.parse(read('account.json')),
    change: (more: Partial<Account>) =>
      writeFileSync(
        at('account.json'),
        JSON.stringify({ ...JSON.parse(read('account.json')), ...more }),
      ),
    calls: (): { argv: string[]; input: string }[] =>
      read('calls.ndjson')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    run: (script: string, args: string[] = [], environment: Record<string, string> = GIVEN) =>
      run(
        [
          `scripts/${script}.ts`,
          ...['--config', at('wrangler.toml'), '--wrangler', STAND_IN],
          ...(script === 'setup' ? ['--secrets-file', at('secrets.env')] : []),
          ...args,
        ],
        {
          STAND_IN_ACCOUNT: at('account.json'),
          STAND_IN_CALLS: at('calls.ndjson'),
          ...environment,
        },
      ),
  }
}

/** Runs a script with none of the secrets of this process. */
export async function run(args: string[], environment: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn('node_modules/.bin/node', args, {
    env: { PATH: `${resolve('node_modules/node/bin')}:${PATH}`, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, stdout, stderr }
}
