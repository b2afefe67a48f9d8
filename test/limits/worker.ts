import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import type { MailJob, ScrapeJob } from '../../src/app.ts'
import { newCount, type Use } from './count.ts'

type Job = ScrapeJob | MailJob

/** What the world outside answers; the mail provider takes everything unless it says otherwise. */
export type World = (request: Request) => Response | Promise<Response> | undefined

const SITE = 'https://status.example'
const PROVIDER = 'https://mail.example'

/**
 * The Worker as it is deployed, built on a database and queues that count, with a clock and a world
 * of the test's own. Jobs that it sends are kept, not done. Every call is one invocation and tells
 * what it used.
 */
export async function openWorker(vars: Record<string, string>, world: World, at: string) {
  const db = env.DB
  const { count, jobs, others, database } = prepare(vars, world, at)
  Object.assign(env, { DB: database })
  const { default: worker } = await import('../../src/index.ts')
  Object.assign(env, { DB: db })
  const counted = async <Result>(act: () => Promise<Result>) => {
    Object.assign(env, { DB: database })
    count.begin()
    const result = await act().finally(() => Object.assign(env, { DB: db }))
    return { use: { ...count.use }, result }
  }
  return {
    jobs,
    /** How often others place an article while ours is being placed, from now on. */
    others,
    ask: async (path: string, init: RequestInit<IncomingRequestCfProperties> = {}) =>
      await counted(async () => {
        const request = new Request<unknown, IncomingRequestCfProperties>(SITE + path, {
          redirect: 'manual',
          ...init,
        })
        const answer = await worker.fetch(request)
        return { status: answer.status, text: await answer.text() }
      }),
    cron: async (cron: string, scheduledTime = new Date()): Promise<Use> =>
      (await counted(() => worker.scheduled(createScheduledController({ cron, scheduledTime }))))
        .use,
    /** Hands messages to the consumer of a queue. */
    work: async (queueName: string, bodies: Job[], attempts = 1) =>
      await counted(async () => {
        const messages = bodies.map((body, nth) => ({
          id: `m${nth}`,
          timestamp: new Date(),
          attempts,
          body,
        }))
        const batch = createMessageBatch<Job>(queueName, messages)
        await worker.queue(batch)
        return await getQueueResult(batch, createExecutionContext())
      }),
  }
}

/** Puts in place what the Worker takes when it is loaded, as it then is once. */
function prepare(vars: Record<string, string>, world: World, at: string) {
  const [count, jobs, others, db] = [newCount(), [] as Job[], { faster: 0 }, env.DB]
  const database = count.database(db, async (sql) => {
    if (others.faster === 0 || !sql.startsWith('UPDATE placing')) return
    others.faster -= 1
    await db.prepare('UPDATE placing SET turn = turn + 1').run()
  })
  const queue = count.queue<Job>(keeping(jobs))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(at) })
  vi.stubGlobal(
    'fetch',
    count.fetch(async (request) => (await world(request)) ?? taken(request)),
  )
  vi.spyOn(console, 'log').mockImplementation(() => undefined) // the Worker's log
  vi.resetModules()
  const ours = {
    NEWSROOM: '',
    RESEND_BASE_URL: PROVIDER,
    SITE_URL: SITE,
    POSTAL_ADDRESS: 'Street 1',
  }
  Object.assign(env, { ...ours, ...vars, SCRAPE_QUEUE: queue, MAIL_QUEUE: queue })
  return { count, jobs, others, database }
}

function keeping(jobs: Job[]): Queue<Job> {
  const metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } }
  return {
    metrics: () => Promise.resolve(metadata.metrics),
    send: (body) => {
      jobs.push(body)
      return Promise.resolve({ metadata })
    },
    sendBatch: (messages) => {
      jobs.push(...[...messages].map(({ body }) => body))
      return Promise.resolve({ metadata })
    },
  }
}

/** The provider's word that it took all mails; anybody else answers that there is nothing. */
async function taken(request: Request): Promise<Response> {
  if (!request.url.startsWith(PROVIDER)) return new Response('none', { status: 404 })
  const mails: unknown = await request.json()
  const data = [mails].flat().map(() => ({ id: crypto.randomUUID() }))
  return Response.json({ data })
}
