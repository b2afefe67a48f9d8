import { env } from 'cloudflare:workers'
import type { App, MailJob } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'
import { runMailJob } from '../../src/digest/digest.ts'
import { composeDue } from '../../src/digest/due.ts'
import type { WeekNews } from '../../src/issue.ts'
import { http } from '../../src/routes/http.ts'
import { recordingMailer } from './mailer.ts'

/** A Friday, 09:00 in Berlin: the hour of issue 2026-W47. */
export const ISSUE_HOUR = new Date('2026-11-20T08:00:00Z')

const HOUR = 60 * 60 * 1000 // ms

const TOPIC = {
  id: 'glass-harbor-2',
  title: 'Glass Harbor: Second Tide',
  aliases: ['Glass Harbor 2'],
  first_film: { title: 'Glass Harbor', released: '2018-05-04' },
  people: [],
  studios: [],
  outlets: [],
}

/** An app on real D1 with its own clock, queue and mail provider, and nobody subscribed. */
export async function mailWorld(vars: { POSTAL_ADDRESS?: string } = {}) {
  await forgetAllMail()
  const jobs: MailJob[] = []
  const logged: string[] = []
  const { box, mailer } = recordingMailer()
  const clock = { now: new Date('2026-11-18T12:00:00Z') }
  const app: App = {
    db: env.DB,
    now: () => clock.now,
    fetch: () => Promise.reject(new Error('nothing is fetched here')),
    log: (event, fields) => void logged.push(JSON.stringify({ event, ...fields })),
    mailer,
    queues: {
      scrape: { send: () => Promise.resolve(), sendBatch: () => Promise.resolve() },
      mail: {
        send: (job) => Promise.resolve(jobs.push(job)),
        sendBatch: (batch) => Promise.resolve(jobs.push(...batch.map(({ body }) => body))),
      },
    },
    config: configOf(
      { ...env, POSTAL_ADDRESS: 'Test Street 1, Testtown', ...vars },
      { topic: TOPIC, sources: [], version: '0' },
    ),
  }
  const site = http(app)
  return { app, site, box, jobs, logged, clock, later: (hours: number) => pass(clock, hours) }
}

/** Posts a form, as a browser does. */
export function form(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) }
}

/** The address of the link in a mail's text that leads to this path, without the origin. */
export function linkIn(mail: { text: string } | undefined, path: string): string {
  const [, link] =
    new RegExp(`https?://[^/\\s]+(${path}\\?token=\\S+)`).exec(mail?.text ?? '') ?? []
  if (!link) throw new Error(`no link to ${path}`)
  return link
}

/** Makes the issue of ISSUE_HOUR from this news, as the hourly cron does. */
export function compose(app: App, news: WeekNews = EMPTY_NEWS, at: Date = ISSUE_HOUR) {
  return composeDue(app, at, () => Promise.resolve(news))
}

/** Does every job on the queue, and those that they start; what must wait is put aside. */
export async function drain(app: App, jobs: MailJob[]): Promise<MailJob[]> {
  const waiting: MailJob[] = []
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    if (await runMailJob(app, job)) waiting.push(job)
  }
  return waiting
}

export const EMPTY_NEWS: WeekNews = {
  status: {
    stage: 'talks',
    words: 'The makers say they want it.',
    since: '2024-03-14',
    reasons: [],
  },
  timeline: [{ from: '2024-03-14T00:00:00.000Z', stage: 'talks' }],
  lastWord: null,
  outlook: 'The studio approves it.',
  stories: [],
  articles: 0,
  duplicates: 0,
}

function pass(clock: { now: Date }, hours: number): void {
  clock.now = new Date(clock.now.getTime() + hours * HOUR)
}

/** Storage is shared by the tests of a file: each starts with empty tables. */
async function forgetAllMail(): Promise<void> {
  const tables = [
    'past_deliveries',
    'deliveries',
    'delivery_chunks',
    'issues',
    'confirmations',
    'subscribe_requests',
    'limits',
    'subscribers',
    'suppressions',
    'webhook_events',
    'soft_bounces',
    'mail_account',
  ]
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)))
}
