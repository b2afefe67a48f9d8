import { globSync, readFileSync } from 'node:fs'
import type { App, MailJob } from '../../src/app.ts'
import type { Choice } from '../../src/choice.ts'
import { configOf } from '../../src/config.ts'
import { sameMailbox } from '../../src/digest/address.ts'
import { resendMailer } from '../../src/digest/resend.ts'
import type { WeekNews } from '../../src/issue.ts'
import { fingerprint, openVault, seal } from '../../src/seal.ts'
import { migrated, sqliteD1 } from './sqlite-d1.ts'

const DATABASE = migrated(
  globSync('migrations/*.sql')
    .sort()
    .map((file) => readFileSync(file, 'utf8')),
)

/** The operator's first secret. */
export const KEY = 'test-secret-key-0123456789abcdefghijkl'

const VARS = {
  SITE_URL: 'https://status.example',
  DIGEST_TIME_ZONE: 'Europe/Berlin',
  DIGEST_WEEKDAY: '5',
  DIGEST_HOUR: '9',
  MAIL_FROM: 'Status <news@status.example>',
  MAIL_REPLY_TO: 'hello@status.example',
  POSTAL_ADDRESS: 'Test Street 1, Testtown',
  MAIL_DAILY_QUOTA: '',
  MAIL_MONTHLY_QUOTA: '',
  SECRET_KEY: KEY,
  ADMIN_TOKEN: '',
  RESEND_WEBHOOK_SECRET: 'whsec_dGVzdC13ZWJob29rLXNlY3JldC0wMTIzNDU2Nzg5',
  SOURCES: '',
  TOPIC: '',
  NEWSROOM: '',
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

export const NEWS: WeekNews = {
  status: { stage: 'talks', words: 'They want it.', since: '2024-03-14', reasons: [] },
  timeline: [{ from: '2024-03-14T00:00:00.000Z', stage: 'talks' }],
  lastWord: null,
  outlook: 'The studio approves it.',
  stories: [],
  articles: 0,
  duplicates: 0,
}

/** The real app on SQLite, with its own clock and queue, before the real SDK. */
export function openWorld(start: string, dailyQuota: number | null) {
  const jobs: MailJob[] = []
  const clock = { now: Date.parse(start) }
  const logged = new Set<string>()
  const push = (job: MailJob) => Promise.resolve(jobs.push(job))
  const app: App = {
    db: sqliteD1(DATABASE),
    now: () => new Date(clock.now),
    fetch: () => Promise.reject(new Error('nothing is fetched here')),
    log: (event, { outcome } = {}) => void logged.add(outcome ? `${event} ${outcome}` : event),
    mailer: resendMailer({ apiKey: 're_test', baseUrl: 'http://127.0.0.1' }),
    queues: {
      scrape: { send: () => Promise.resolve(), sendBatch: () => Promise.resolve() },
      mail: { send: push, sendBatch: (batch) => Promise.all(batch.map(({ body }) => push(body))) },
    },
    config: configOf(
      { ...VARS, MAIL_DAILY_QUOTA: dailyQuota === null ? '' : String(dailyQuota) },
      { topic: TOPIC, sources: [], version: '0' },
    ),
  }
  return { app, jobs, clock, logged }
}

export type Person = {
  address: string
  choice: Choice
  isConfirmed: boolean
  isSuppressed: boolean
  pausedUntil: string | null
}

/** Puts people straight into the database. */
export async function subscribePeople(app: App, people: Person[]): Promise<void> {
  const vault = await openVault(app.config.secretKey)
  const at = app.now().toISOString()
  for (const [
    nth,
    { address, choice, isConfirmed, isSuppressed, pausedUntil },
  ] of people.entries()) {
    const hash = await fingerprint(vault, sameMailbox(address))
    await app.db
      .prepare(
        `INSERT INTO subscribers (id, address_hash, address_sealed, created_at, confirmed_at, choice,
           paused_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
      )
      .bind(
        `s${nth}`,
        hash,
        await seal(vault, address),
        at,
        isConfirmed ? at : null,
        choice,
        pausedUntil,
      )
      .run()
    if (isSuppressed) await suppressHash(app, hash)
  }
}

/** Suppresses an address, as a bounce does. */
export async function suppressAddress(app: App, address: string): Promise<void> {
  const vault = await openVault(app.config.secretKey)
  await suppressHash(app, await fingerprint(vault, sameMailbox(address)))
}

async function suppressHash(app: App, hash: string): Promise<void> {
  await app.db
    .prepare("INSERT OR IGNORE INTO suppressions VALUES (?1, 'bounce', ?2)")
    .bind(hash, app.now().toISOString())
    .run()
}
