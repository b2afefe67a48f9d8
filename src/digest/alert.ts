import type { App } from '../app.ts'
import {
  type Alert,
  keepAlerts,
  markAlerted,
  openIssues,
  unsentAlerts,
} from '../db/admin/alerts.ts'
import { countLetters } from '../db/admin/letters.ts'
import { countDay } from '../db/admin/subscribers.ts'
import { findMailAccount } from '../db/mail-account.ts'
import { listSources } from '../db/sources.ts'
import { feedbackSince } from '../db/webhook-events.ts'
import { type Finding, findingsOf, placeOf, type Situation } from './alert.causes.ts'
import { alertMail } from './alert.mail.tsx'
import { readHealth } from './health.ts'
import { readMeters } from './meters.ts'
import { holdOf } from './quota.ts'
import { withoutAddresses } from './reason.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const WEEK = 7 * DAY
const TWO_WEEKS = 14 * DAY // an issue that is older is not sent any more

/** What is done each hour for the operator: the admin told what is wrong, the day counted. */
export async function watch(app: App): Promise<void> {
  const at = app.now().toISOString()
  await countDay(app.db, at)
  const findings = await readFindings(app)
  for (const { cause } of findings) app.log('attention', { cause })
  if (app.config.mail.admin) await tell(app, app.config.mail.admin, findings)
}

/** What is wrong now, the most pressing first. */
export async function readFindings(app: App): Promise<Finding[]> {
  return findingsOf(await readSituation(app))
}

async function readSituation(app: App): Promise<Situation> {
  const { db, config } = app
  const now = app.now()
  const weekAgo = ago(app, WEEK)
  const [sources, health, account, feedback, letters, open, meters] = await Promise.all([
    listSources(db),
    readHealth(app),
    findMailAccount(db),
    feedbackSince(db, { since: weekAgo, issuesFrom: weekAgo }),
    countLetters(db),
    openIssues(db, ago(app, TWO_WEEKS)),
    readMeters(app),
  ])
  const configured = new Set(config.sources.map(({ id }) => id))
  const hold = holdOf(account, config.mail.quota, now)
  return {
    now,
    health,
    feedback,
    letters,
    open,
    meters,
    sources: sources.filter(({ id }) => configured.has(id)),
    hold: hold && { ...hold, isPause: account.pausedAt !== null },
  }
}

/** Each cause at most once a day: a row is its mail, and its key the same until it is out. */
async function tell(app: App, to: string, findings: Finding[]): Promise<void> {
  const at = app.now().toISOString()
  const day = at.slice(0, 10)
  const alerts = findings.map(({ cause, words }) => ({
    day,
    cause,
    words: withoutAddresses(words),
  }))
  if (alerts.length) await keepAlerts(app.db, alerts, at).run()
  const causes: string[] = []
  for (const alert of await unsentAlerts(app.db, day)) {
    if (await send(app, to, alert)) causes.push(alert.cause)
  }
  if (causes.length) await markAlerted(app.db, { day, causes }, app.now().toISOString())
}

/** Whether it is out; its key is the same until that is noted. */
async function send(app: App, to: string, { day, cause, words }: Alert): Promise<boolean> {
  const mail = await alertMail(app.config, { cause, words, place: placeOf(cause), to })
  const { kind } = await app.mailer.send([mail], `alert/${day}/${cause.replaceAll(' ', '-')}`)
  app.log('alert.mail', { cause, outcome: kind })
  // a conflict: it is out already, to another address or under other words
  return kind === 'sent' || kind === 'conflict' || kind === 'refused'
}

function ago(app: App, ms: number): string {
  return new Date(app.now().getTime() - ms).toISOString()
}
