import { env } from 'cloudflare:workers'
import { sources } from '../config/sources.ts'
import { topic } from '../config/topic.ts'
import { version } from '../package.json'
import type { App, LogFields, MailJob, ScrapeJob } from './app.ts'
import { configOf } from './config.ts'
import { forgetFailure, keepFailure } from './db/admin/failures.ts'
import { newMeter } from './db/admin/meter.ts'
import { keepDeadLetters } from './db/dead-letters.ts'
import { watch } from './digest/alert.ts'
import { resumeSending, runMailJob } from './digest/digest.ts'
import { composeChange, composeDue } from './digest/due.ts'
import { keepHouse } from './digest/house.ts'
import { withoutAddresses } from './digest/reason.ts'
import { resendMailer } from './digest/resend.ts'
import { purgeOld } from './digest/retention.ts'
import { log, telling } from './log.ts'
import { throughNewsroom } from './newsroom.ts'
import { http } from './routes/http.ts'
import { runScrapeJob, scanDue } from './scrape/scrape.ts'

const FIRST_RETRY = 60 // seconds
const LONGEST_RETRY = 12 * 3600 // seconds, the most that Queues allow

const READ_WORTH = 5_000 // rows read that are worth writing one, where nothing else was counted

const meter = newMeter()
const app = buildApp()
const site = http(app)

/** What each cron of wrangler.toml does, at the moment for which it was planned. */
const CRONS: Record<string, (at: Date) => Promise<void>> = {
  '*/15 * * * *': (at) => scanDue(app, at),
  '0 * * * *': async (at) => {
    const made = [await composeChange(app, at), await composeDue(app, at)]
    if (made.some((id) => id !== null)) return // its jobs are sent; the rest has an hour's time
    await resumeSending(app)
    await keepHouse(app)
    await watch(app)
  },
  '30 * * * *': (at) => purgeOld({ ...app, now: () => at }),
}

export default {
  async fetch(request, _env?: Env, context?: ExecutionContext) {
    const answer = await site.fetch(request)
    const noted = noteUse()
    // what the cache answers waits for no write of others
    if (context) context.waitUntil(noted)
    else await noted
    return answer
  },

  async scheduled({ cron, scheduledTime }) {
    const run = CRONS[cron]
    if (!run) {
      log('cron.unknown', { cron })
      throw new Error(`no work is known for the cron "${cron}"`)
    }
    await run(new Date(scheduledTime))
    await noteUse()
  },

  async queue(batch) {
    if (batch.queue.endsWith('-dead')) await keepDead(batch)
    else for (const message of batch.messages) await work(message)
    await noteUse()
  },
} satisfies ExportedHandler<Env, ScrapeJob | MailJob>

/** Does one job; it is put back to wait where it must, and after a bug with growing waits. */
async function work(message: Message<ScrapeJob | MailJob>): Promise<void> {
  const { body: job, attempts, id } = message
  const before = meter.statements()
  const spent = () => meter.statements() - before
  const told = { ...telling(app, idsOf(id, job)), spent }
  try {
    const later = await run(told, job)
    if (later) {
      const seconds = Math.min(later.retryAfterSeconds, LONGEST_RETRY)
      await noteFailure(told, job, `it had to wait, last for ${seconds} s`)
      return message.retry({ delaySeconds: seconds })
    }
    if (attempts > 1) await forgetFailure(app.db, job)
    message.ack()
  } catch (error) {
    told.log('job.failed', { attempts, error: String(error) })
    await noteFailure(told, job, String(error))
    message.retry({ delaySeconds: Math.min(FIRST_RETRY * 4 ** (attempts - 1), LONGEST_RETRY) })
  }
}

/** What every event of a job bears. */
function idsOf(id: string, job: ScrapeJob | MailJob): LogFields {
  return { job: id, kind: job.kind, ...('scanId' in job && { scan: job.scanId }) }
}

async function run(
  app: App,
  job: ScrapeJob | MailJob,
): Promise<{ retryAfterSeconds: number } | undefined> {
  switch (job.kind) {
    case 'plan':
    case 'send':
    case 'confirm':
      return await runMailJob(app, job)
    default:
      await runScrapeJob(app, job)
      return undefined
  }
}

/** So that a dead letter can tell why it died. Never in the way of the retry. */
async function noteFailure(told: App, job: object, reason: string): Promise<void> {
  try {
    const at = told.now().toISOString()
    await keepFailure(told.db, { job, reason: withoutAddresses(reason), at })
  } catch (error) {
    told.log('job.failure-unkept', { error: String(error) })
  }
}

async function keepDead(batch: MessageBatch<ScrapeJob | MailJob>): Promise<void> {
  for (const { id, body, attempts } of batch.messages) {
    log('job.died', { ...idsOf(id, body), queue: batch.queue, attempts })
  }
  await keepDeadLetters(app.db, batch, app.now().toISOString())
}

/** Writes down what was used. Never in the way of what used it. */
async function noteUse(): Promise<void> {
  try {
    await meter.flush(env.DB, new Date().toISOString(), READ_WORTH)
  } catch (error) {
    log('use.uncounted', { error: String(error) })
  }
}

/** The only place that knows the platform: what it gives, as the ports that the rest is told of. */
function buildApp(): App {
  const config = configOf(env, { topic, sources, version })
  const { newsroom } = config
  return {
    db: meter.database(env.DB),
    now: () => new Date(),
    fetch: (request) => fetch(throughNewsroom(request, newsroom)),
    mailer: meter.mailer(
      resendMailer({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL }),
    ),
    queues: { scrape: meter.queue(env.SCRAPE_QUEUE), mail: meter.queue(env.MAIL_QUEUE) },
    config,
    log,
  }
}
