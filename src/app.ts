import type { Admin } from './admins.ts'
import type { Mailer } from './mail.ts'
import type { Plan } from './plan.ts'
import { portions } from './portions.ts'
import type { KeyRing } from './seal.ts'
import type { Source } from './source.ts'
import type { Topic } from './topic.ts'

/** Work on the scrape queue. Small, at least once, safe to run twice. */
export type ScrapeJob =
  | { kind: 'scan'; sourceId: string; scanId: string }
  | { kind: 'page'; url: string }
  | { kind: 'place'; articleId: string }
  | { kind: 'status' }
  | { kind: 'reread' }
  | { kind: 'backfill'; sourceId: string }

/** Work on the mail queue. Small, at least once, safe to run twice. */
export type MailJob =
  | { kind: 'plan'; issue: string }
  | { kind: 'send'; issue: string; chunk: number }
  | { kind: 'confirm'; request: string }

/** What the operator decides. Secrets are in it: it is never logged nor shown. */
export type Config = {
  topic: Topic
  sources: Source[]
  /** Origin where readers find the site, without a trailing slash. */
  siteUrl: string
  /** Our product token, for robots.txt and User-Agent. */
  agent: string
  version: string
  /** The platform's plan, whose limits are kept to; the paid one where it is not set. */
  plan?: Plan
  /** Address of the demo newsroom that plays every *.localhost publisher; null but in local runs. */
  newsroom: string | null
  digest: { timeZone: string; weekday: number; hour: number }
  mail: {
    from: string
    replyTo: string
    postalAddress: string
    /** Mails that the provider's plan allows; null where it sets no limit. */
    quota: { day: number | null; month: number | null }
    /** Who is told when something is wrong; nobody where it is not set. */
    admin?: string | null
  }
  /** For how many days is kept what the site could do without. */
  keep: Keep
  /** None where the secret is unset or too short: then nobody signs in by a token. */
  admins: Admin[]
  /** Cloudflare Access before the admin's pages; null where it is not used. */
  access: Access | null
  webhookSecret: string | null
  /** Keys are derived from it, for sealing addresses and signing links; former ones still open. */
  secretKey: KeyRing
  /** Cloudflare's check that a person fills in the form; null: none, and nothing of theirs loaded. */
  turnstile: Turnstile | null
}

/**
 * Days for which are kept: the text of articles, looks and scans, what is logged of running the site,
 * and to whom an issue was sent.
 */
export type Keep = { textDays: number; scanDays: number; logDays: number; mailDays: number }

/** The team's name at Cloudflare Access, and the audience tag of the application there. */
export type Access = { team: string; audience: string }

/** Without the secret no answer can be checked: then nobody can subscribe. */
export type Turnstile = { siteKey: string; secret: string | null }

/** A queue that takes jobs of one kind. */
export type JobQueue<Job> = {
  send(job: Job, options?: { delaySeconds?: number }): Promise<unknown>
  sendBatch(jobs: { body: Job }[]): Promise<unknown>
}

const MESSAGES_A_CALL = 100 // the most that Queues take in one sendBatch
const BYTES_A_CALL = 200_000 // of the 256 KB that they take, with what they add to each

/** Sends jobs of one kind, as few calls as the platform allows. */
export async function sendAll<Job>(queue: JobQueue<Job>, jobs: Job[]): Promise<void> {
  for (const some of portions(jobs, BYTES_A_CALL, MESSAGES_A_CALL)) {
    await queue.sendBatch(some.map((body) => ({ body })))
  }
}

export type LogFields = Record<string, string | number | boolean | null | undefined>

/** Everything that does things, as one plain object: built once, in src/index.ts. */
export type App = {
  db: D1Database
  now: () => Date
  fetch: (request: Request) => Promise<Response>
  mailer: Mailer
  queues: { scrape: JobQueue<ScrapeJob>; mail: JobQueue<MailJob> }
  config: Config
  /** Statements that this invocation has run, so that it leaves the rest to another; unknown: few. */
  spent?: () => number
  /** One event, one line, no personal data. */
  log: (event: string, fields?: LogFields) => void
}
