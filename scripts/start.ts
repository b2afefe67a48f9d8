import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startMailbox } from '../demo/mailbox/server.ts'
import { sourcesOf, startNewsroom } from '../demo/newsroom/server.ts'
import { readConfigured, readCorpusTopic } from './local/configured.ts'
import { confirmReader, sendNextIssue } from './local/first-mail.ts'
import { scanAll } from './local/first-scan.ts'
import { requireFreePorts } from './local/ports.ts'
import { step } from './local/progress.ts'
import { type Running, runUntilStopped } from './local/run.ts'
import { localSecrets } from './local/secrets.ts'
import { NEWSROOM_PORT, stateOf } from './local/state.ts'
import { printSummary } from './local/summary.ts'
import { startWorker } from './local/worker.ts'
import { readOptions, readPort } from './options.ts'

const USAGE = `npm start -- [--corpus DIR] [--fresh] [--port N] [--newsroom-port N] [--mailbox-port N]

The whole product on this machine, offline: a newsroom to scrape, the Worker with its database, a
mailbox for the digest. Ctrl-C ends it; what it learnt is kept until the next start.
  --corpus DIR       publishes DIR/articles.ndjson in place of the demo's own articles, and tracks
                     the film of DIR/topic.json where there is one
  --fresh            forgets what earlier runs learnt
  --port N           of the site (8787)
  --newsroom-port N  of the publishers (8788)
  --mailbox-port N   of the mailbox (8789)
  --help             this text`

const DIGEST = { timeZone: 'UTC', weekday: 5, hour: 9 }

type Options = ReturnType<typeof optionsOf>

await runUntilStopped(async (running) => start(optionsOf(process.argv.slice(2)), running))

function optionsOf(argv: string[]) {
  const given = readOptions(argv, USAGE, {
    corpus: { type: 'string' },
    fresh: { type: 'boolean' },
    port: { type: 'string' },
    'newsroom-port': { type: 'string' },
    'mailbox-port': { type: 'string' },
  })
  return {
    corpus: typeof given.corpus === 'string' ? given.corpus : null,
    isFresh: given.fresh === true,
    port: readPort('port', given.port, 8787),
    newsroomPort: readPort('newsroom-port', given['newsroom-port'], NEWSROOM_PORT),
    mailboxPort: readPort('mailbox-port', given['mailbox-port'], 8789),
  }
}

async function start(options: Options, running: Running): Promise<void> {
  const { corpus, port, newsroomPort, mailboxPort } = options
  await readConfigured()
  await requireFreePorts({ port, 'newsroom-port': newsroomPort, 'mailbox-port': mailboxPort })
  const state = stateOf(corpus, newsroomPort)
  if (options.isFresh) rmSync(state, { recursive: true, force: true })
  const { file, secrets } = localSecrets(state)
  const newsroom = await startNewsroom({ port: newsroomPort, ...(corpus && { corpus }) })
  running.push({ stop: newsroom.close })
  const site = `http://localhost:${port}`
  const mailbox = await startMailbox({
    port: mailboxPort,
    store: join(state, 'mailbox.json'),
    webhook: { url: `${site}/webhooks/resend`, secret: secrets.RESEND_WEBHOOK_SECRET },
  })
  running.push({ stop: mailbox.close })
  const sources = sourcesOf(newsroom)
  const vars = {
    ...varsOf(site, newsroom.url, mailbox.url),
    SOURCES: JSON.stringify(sources),
    TOPIC: corpus ? JSON.stringify(await readCorpusTopic(corpus)) : '',
  }
  const worker = await step('starting the Worker', () =>
    startWorker({ port, state, secretsFile: file, vars }),
  )
  running.push(worker)
  await step('scanning', (tell) => scanAll(site, secrets.ADMIN_TOKEN, tell))
  await step('subscribing a reader', () => confirmReader(site, mailbox))
  const mail = await step('sending the digest', () => sendNextIssue(worker, mailbox, DIGEST))
  await printSummary(site, sources.length, [
    ['site', site],
    ['newsroom', `http://localhost:${newsroomPort}`],
    ['mailbox', `http://localhost:${mailboxPort}`],
    ['digest', `http://localhost:${mailboxPort}/mails/${mail.id}`],
    ['admin token', secrets.ADMIN_TOKEN],
  ])
  await worker.ended.then(() => Promise.reject(new Error('The Worker has ended.')))
}

function varsOf(site: string, newsroom: string, mailbox: string): Record<string, string> {
  return {
    SITE_URL: site,
    NEWSROOM: newsroom,
    RESEND_BASE_URL: mailbox,
    DIGEST_TIME_ZONE: DIGEST.timeZone,
    DIGEST_WEEKDAY: String(DIGEST.weekday),
    DIGEST_HOUR: String(DIGEST.hour),
    POSTAL_ADDRESS: 'This machine, your desk',
  }
}
