import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from 'wrangler'
import { z } from 'zod'
import { type LocalSecrets, localSecrets } from '../local/secrets.ts'

/** What host.ts is told: Miniflare's options, and what to run first on an empty database. */
export type HostOptions = {
  bindings: Record<string, unknown>
  schema: string[]
  [option: string]: unknown
}

/** The Worker bundled once, and where what it keeps is kept between its lives. */
export type Build = { folder: string; options: HostOptions; secrets: LocalSecrets }

/** One life of the Worker, in workerd. */
export type Life = {
  url: string
  /** Runs a cron as of a moment, in ms since the epoch; rejects where the process dies under it. */
  cron: (cron: string, at: number) => Promise<void>
  /** SIGKILL to the process and to workerd, wherever they are. */
  kill: () => Promise<void>
}

/** What of wrangler.toml the Worker is run with; its public files are not asked for. */
const workerSchema = z.object({
  bindings: z.record(z.string(), z.unknown()),
  compatibilityDate: z.string(),
  compatibilityFlags: z.array(z.string()),
  d1Databases: z.unknown(),
  queueConsumers: z.unknown(),
  queueProducers: z.unknown(),
})

const READY_WITHIN = 180_000 // milliseconds

/** Where wrangler notes which migrations were applied, as it makes it. */
const APPLIED = `CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`

/** Bundles the Worker with its clock into a folder; the bundle is the file entry.js. */
export function bundle(folder: string): void {
  // wrangler looks for secrets there, and would say on stdout that it does
  Object.assign(process.env, localSecrets(folder).secrets, { WRANGLER_LOG: 'error' })
  const wrangler = ['node_modules/wrangler/bin/wrangler.js', 'deploy', 'scripts/crash/entry.ts']
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...wrangler, '--config', 'wrangler.toml', '--dry-run', '--outdir', folder],
    { encoding: 'utf8', env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false' } },
  )
  if (status !== 0) throw new Error(`the Worker was not bundled:\n${stdout}${stderr}`)
}

/** What runs the bundle in a folder, where its state will be; `vars` differ from wrangler.toml's. */
export function buildIn(folder: string, vars: Record<string, string>): Build {
  const { secrets } = localSecrets(folder)
  const { workerOptions } = unstable_getMiniflareWorkerOptions('wrangler.toml')
  const { bindings, ...others } = workerSchema.parse(workerOptions)
  const options = {
    ...others,
    modules: true,
    modulesRoot: folder,
    scriptPath: join(folder, 'entry.js'),
    bindings: { ...bindings, ...secrets, ...vars },
    resourcePersistencePath: join(folder, 'state'),
    unsafeTriggerHandlers: true,
    schema: [],
  }
  return { folder, options, secrets }
}

/** Starts the Worker as it was left; the clock is so many milliseconds before the machine's. */
export async function startLife({ folder, options }: Build, ahead: number): Promise<Life> {
  const isFresh = globSync(join(folder, 'state', '**', '*.sqlite')).length === 0
  const file = join(folder, 'options.json')
  const bindings = { ...options.bindings, CLOCK_AHEAD: String(ahead) }
  writeFileSync(file, JSON.stringify({ ...options, bindings, schema: isFresh ? schema() : [] }))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'host.ts'), file], {
    detached: true, // a group of its own, so that one signal ends workerd with it
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const url = await untilReady(child).catch(async (error: unknown) => {
    await kill(child)
    throw error
  })
  return { url, kill: () => kill(child), cron: (cron, at) => fire(url, cron, at) }
}

/** The database of a folder's Worker, as a file of SQLite. */
export function databaseOf(folder: string): string {
  const files = globSync(join(folder, 'state', '**', '*.sqlite'))
  const file = files.find((one) => !one.endsWith('metadata.sqlite'))
  if (!file) throw new Error(`${folder} holds no database`)
  return file
}

function schema(): string[] {
  const files = globSync('migrations/*.sql').sort()
  const statements = files.flatMap((file) => unstable_splitSqlQuery(readFileSync(file, 'utf8')))
  const names = files.map((file) => `INSERT INTO d1_migrations (name) VALUES ('${basename(file)}')`)
  return [...statements, APPLIED, ...names]
}

async function untilReady(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  const signal = AbortSignal.timeout(READY_WITHIN)
  const url = await Promise.race([
    once(child, 'message', { signal }).then(([message]) => String(message)),
    once(child, 'exit', { signal }).then(() => null),
  ])
  if (url === null) throw new Error(`the Worker ended:\n${said}`)
  return url.replace(/\/$/, '')
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await gone
}

async function fire(url: string, cron: string, at: number): Promise<void> {
  const query = new URLSearchParams({ cron, time: String(at) })
  const response = await fetch(`${url}/cdn-cgi/local/scheduled?${query}`)
  const words = await response.text()
  if (!response.ok) throw new Error(`cron "${cron}": ${words}`)
}
