import { startMailbox } from '../../demo/mailbox/server.ts'
import { openEmpty } from '../../scripts/local/d1.ts'
import type { App, Config, MailJob } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'
import { runMailJob } from '../../src/digest/digest.ts'
import { composeDue } from '../../src/digest/due.ts'
import { resendMailer } from '../../src/digest/resend.ts'
import { type Counts, metered } from './meter.ts'
import { newsOf } from './news.ts'
import { fillList } from './people.ts'

const ISSUE_HOUR = new Date('2026-11-20T08:00:00Z')

/** What sending one issue to a list took. */
export type Sending = Counts & {
  subscribers: number
  delivered: number
  calls: number
  jobs: number
  /** The most statements, calls and messages of one invocation. */
  mostRequests: number
  seconds: number
}

/** Sends one issue to so many subscribers, each job as an invocation of its own. */
export async function measureSending(subscribers: number): Promise<Sending> {
  const local = await openEmpty()
  const mailbox = await startMailbox({ rateLimit: Number.POSITIVE_INFINITY })
  const topic = { ...TOPIC }
  const config = configOf(
    { ...local.vars, POSTAL_ADDRESS: 'Test Street 1, Testtown', DIGEST_TIME_ZONE: 'Europe/Berlin' },
    { topic, sources: [], version: '0' },
  )
  await fillList(local.db, config.secretKey, subscribers)
  const { db, count } = metered(local.db)
  const world = worldOf(db, config, mailbox.url)
  await composeDue(world.app, ISSUE_HOUR, () => Promise.resolve(newsOf(1)))
  const zero = { ...count }
  const sending = { subscribers, delivered: 0, calls: 0, jobs: 0, mostRequests: 0 }
  const started = performance.now()
  for (let job = world.jobs.shift(); job; job = world.jobs.shift()) {
    const before = count.statements + world.outside()
    await runMailJob(world.app, job)
    sending.jobs += 1
    sending.mostRequests = Math.max(
      sending.mostRequests,
      count.statements + world.outside() - before,
    )
    sending.delivered += mailbox.mails().length
    sending.calls += mailbox.requests.length
    mailbox.clear()
  }
  const seconds = (performance.now() - started) / 1000
  await mailbox.close()
  await local.close()
  return { ...sending, seconds, ...since(zero, count) }
}

const TOPIC = {
  id: 'glass-harbor-2',
  title: 'Glass Harbor: Second Tide',
  aliases: ['Glass Harbor 2'],
  first_film: null,
  people: [],
  studios: [],
  outlets: [],
}

function worldOf(db: D1Database, config: Config, baseUrl: string) {
  const jobs: MailJob[] = []
  let outside = 0
  const mailer = resendMailer({ apiKey: 're_bench', baseUrl })
  const queued = (...more: MailJob[]) => {
    outside += 1
    jobs.push(...more)
    return Promise.resolve()
  }
  const nothing = () => Promise.resolve()
  const app: App = {
    db,
    config,
    now: () => ISSUE_HOUR,
    fetch: () => Promise.reject(new Error('nothing is fetched here')),
    log: () => undefined,
    mailer: {
      send: (mails, key) => {
        outside += 1
        return mailer.send(mails, key)
      },
    },
    queues: {
      scrape: { send: nothing, sendBatch: nothing },
      mail: {
        send: (job) => queued(job),
        sendBatch: (batch) => queued(...batch.map(({ body }) => body)),
      },
    },
  }
  return { app, jobs, outside: () => outside }
}

function since(before: Counts, now: Counts): Counts {
  return {
    statements: now.statements - before.statements,
    trips: now.trips - before.trips,
    read: now.read - before.read,
    written: now.written - before.written,
  }
}
