import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startMailbox } from '../demo/mailbox/server.ts'
import { readConfigured } from './local/configured.ts'
import { requireFreePorts } from './local/ports.ts'
import { printTable, step } from './local/progress.ts'
import { type Running, runUntilStopped } from './local/run.ts'
import { localSecrets } from './local/secrets.ts'
import { type LocalWorker, startWorker } from './local/worker.ts'
import { readOptions, readPort } from './options.ts'

const USAGE = `npm run dev -- [--port N] [--mailbox-port N]

The Worker on this machine with the real sources of config/sources.ts, which it scrapes as politely
as when deployed. Mail goes to a local mailbox. Secrets come from .dev.vars where there is one.
  --port N          of the site (8787)
  --mailbox-port N  of the mailbox (8789)
  --help            this text`

const STATE = join('.demo', 'dev')
const MINUTE = 60_000 // milliseconds

await runUntilStopped(async (running) => dev(running))

async function dev(running: Running): Promise<void> {
  const options = readOptions(process.argv.slice(2), USAGE, {
    port: { type: 'string' },
    'mailbox-port': { type: 'string' },
  })
  const port = readPort('port', options.port, 8787)
  const mailboxPort = readPort('mailbox-port', options['mailbox-port'], 8789)
  await readConfigured()
  await requireFreePorts({ port, 'mailbox-port': mailboxPort })
  const { file, secrets } = localSecrets(STATE)
  const mailbox = await startMailbox({ port: mailboxPort, store: join(STATE, 'mailbox.json') })
  running.push({ stop: mailbox.close })
  const site = `http://localhost:${port}`
  const secretsFile = existsSync('.dev.vars') ? '.dev.vars' : file
  const vars = { SITE_URL: site, RESEND_BASE_URL: mailbox.url, POSTAL_ADDRESS: 'A local run' }
  const worker = await step('starting the Worker', () =>
    startWorker({ port, state: STATE, secretsFile, vars }),
  )
  running.push(worker)
  printTable([
    ['site', site],
    ['mailbox', mailbox.url],
    ['admin token', secretsFile === file ? secrets.ADMIN_TOKEN : 'ADMIN_TOKEN of .dev.vars'],
  ])
  await Promise.race([runCrons(worker), worker.ended])
  throw new Error('The Worker has ended.')
}

/** wrangler dev runs no crons of its own: here they are run as wrangler.toml plans them. */
async function runCrons(worker: LocalWorker): Promise<never> {
  await worker.cron('*/15 * * * *', new Date())
  for (;;) {
    const next = Math.floor(Date.now() / (15 * MINUTE) + 1) * 15 * MINUTE
    await new Promise((resolve) => setTimeout(resolve, next - Date.now()))
    const time = new Date(next)
    await worker.cron('*/15 * * * *', time)
    if (time.getUTCMinutes() === 0) await worker.cron('0 * * * *', time)
    if (time.getUTCMinutes() === 30) await worker.cron('30 * * * *', time)
  }
}
