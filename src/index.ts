import { env } from 'cloudflare:workers'
import { sources } from '../config/sources.ts'
import { topic } from '../config/topic.ts'
import { version } from '../package.json'
import type { App, MailJob, ScrapeJob } from './app.ts'
import { configOf } from './config.ts'
import { keepDeadLetters } from './db/dead-letters.ts'
import { resumeSending, runMailJob } from './digest/digest.ts'
import { composeChange, composeDue } from './digest/due.ts'
import { keepHouse } from './digest/house.ts'
import { resendMailer } from './digest/resend.ts'
import { log } from './log.ts'
import { http } from './routes/http.ts'
import { runScrapeJob, scanDue } from './scrape/scrape.ts'

const FIRST_RETRY = 60 // seconds
const LONGEST_RETRY = 12 * 3600 // seconds, the most that Queues allow

const app = buildApp()
const site = http(app)

/** What each cron of wrangler.toml does, at the moment for which it was planned. */
const CRONS: Record<string, (at: Date) => Promise<void>> = {
  '*/15 * * * *': (at) => scanDue(app, at),
  '0 * * * *': async (at) => {
    await composeChange(app, at)
    await composeDue(app, at)
    await resumeSending(app)
    await keepHouse(app)
  },
}

export default {
  fetch: (request) => site.fetch(request),

  async scheduled({ cron, scheduledTime }) {
    const run = CRONS[cron]
    if (!run) throw new Error(`no work is known for the cron "${cron}"`)
    await run(new Date(scheduledTime))
  },

  async queue(batch) {
    if (batch.queue.endsWith('-dead')) await keepDeadLetters(app.db, batch, app.now().toISOString())
    else for (const message of batch.messages) await work(message)
  },
} satisfies ExportedHandler<Env, ScrapeJob | MailJob>

/** Does one job; it is put back to wait where it must, and after a bug with growing waits. */
async function work(message: Message<ScrapeJob | MailJob>): Promise<void> {
  const { body: job, attempts } = message
  try {
    const later = await run(job)
    if (later) message.retry({ delaySeconds: Math.min(later.retryAfterSeconds, LONGEST_RETRY) })
    else message.ack()
  } catch (error) {
    log('job.failed', { kind: job.kind, attempts, error: String(error) })
    message.retry({ delaySeconds: Math.min(FIRST_RETRY * 4 ** (attempts - 1), LONGEST_RETRY) })
  }
}

async function run(job: ScrapeJob | MailJob): Promise<{ retryAfterSeconds: number } | undefined> {
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

/** The only place that knows the platform: what it gives, as the ports that the rest is told of. */
function buildApp(): App {
  const config = configOf(env, { topic, sources, version })
  const { newsroom } = config
  return {
    db: env.DB,
    now: () => new Date(),
    fetch: (request) => fetch(newsroom ? throughNewsroom(request, newsroom) : request),
    mailer: resendMailer({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL }),
    queues: { scrape: env.SCRAPE_QUEUE, mail: env.MAIL_QUEUE },
    config,
    log,
  }
}

/** In local runs the demo newsroom plays every publisher whose host ends in .localhost. */
function throughNewsroom(request: Request, newsroom: string): Request {
  const url = new URL(request.url)
  if (!url.hostname.endsWith('.localhost')) return request
  const headers = new Headers(request.headers)
  headers.set('x-forwarded-host', url.host)
  const { signal, redirect } = request
  return new Request(new URL(url.pathname + url.search, newsroom), { headers, signal, redirect })
}
