import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { migrateState } from './d1.ts'
import { requireFreePorts, untilFree } from './ports.ts'

const READY_WITHIN = 180_000 // milliseconds

/** The Worker, running in workerd on this machine. */
export type LocalWorker = {
  url: string
  /** Runs a cron of wrangler.toml as if `time` were the moment for which it was planned. */
  cron(cron: string, time: Date): Promise<void>
  stop(): Promise<void>
  /** Resolves when the process has ended, whoever ended it. */
  ended: Promise<void>
}

export type WorkerOptions = {
  port: number
  /** Directory of the local D1 and queues. */
  state: string
  secretsFile: string
  /** Variables of wrangler.toml that differ in this run. */
  vars: Record<string, string>
}

/** Applies migrations and starts `wrangler dev`; throws with wrangler's own words where it fails. */
export async function startWorker(options: WorkerOptions): Promise<LocalWorker> {
  const { port, state } = options
  await requireFreePorts({ port })
  await migrateState(state)
  const child = run(['dev', ...devArguments(options)])
  const said = collect(child)
  const ended = once(child, 'exit').then(() => undefined)
  const url = `http://localhost:${port}`
  const failure = ended.then(() => Promise.reject(new Error(`wrangler ended:\n${said()}`)))
  await Promise.race([untilReady(url), failure]).catch(async (error: unknown) => {
    await stop(child)
    throw error
  })
  failure.catch(() => undefined)
  return {
    url,
    ended,
    stop: () => stop(child).then(() => untilFree(port)),
    cron: (cron, time) => fire(url, cron, time),
  }
}

function devArguments({ port, state, secretsFile, vars }: WorkerOptions): string[] {
  return [
    ...['--port', String(port), '--ip', '127.0.0.1', '--inspector-port', '0'],
    ...['--persist-to', state, '--env-file', secretsFile],
    ...['--show-interactive-dev-session=false', '--log-level', 'warn'],
    ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ]
}

/**
 * In a process group of its own, so that Ctrl-C reaches us alone and we end all of it in order; it
 * never outlives us.
 */
function run(args: string[]): ChildProcess {
  const child = spawn('node_modules/.bin/wrangler', args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CI: 'true',
      FORCE_COLOR: '0',
      WRANGLER_SEND_METRICS: 'false',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    },
  })
  const end = () => void signal(child, 'SIGTERM')
  process.on('exit', end) // also where we are stopped before it is ready
  child.once('exit', () => process.off('exit', end))
  return child
}

/** The last that a process said, for when it fails. */
function collect(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
    })
  }
  return () => said.trim()
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN
  while (Date.now() < deadline) {
    const response = await fetch(`${url}/api/v1/status`).catch(() => null)
    if (response?.ok) return
    if (response) throw new Error(`The Worker answers ${response.status}: ${await response.text()}`)
    await wait(200)
  }
  throw new Error(`The Worker did not answer within ${READY_WITHIN / 1000} s.`)
}

async function fire(url: string, cron: string, time: Date): Promise<void> {
  const query = new URLSearchParams({ cron, time: String(time.getTime()) })
  const response = await fetch(`${url}/cdn-cgi/local/scheduled?${query}`)
  if (!response.ok) throw new Error(`cron "${cron}": ${await response.text()}`)
  await response.text()
}

async function stop(child: ChildProcess): Promise<void> {
  const isGone = await Promise.race([
    signal(child, 'SIGTERM').then(() => true),
    wait(5000).then(() => false),
  ])
  if (!isGone) await signal(child, 'SIGKILL')
}

/** Signals the whole process group and waits until its leader is gone. */
async function signal(child: ChildProcess, name: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, name)
  await gone
}
