import type { App } from '../app.ts'
import type { Choice } from '../choice.ts'
import { findIssue, firstIssue, type Issue, type IssueKind, issueBefore } from '../db/issues.ts'
import { newsOfWeek } from '../db/news-of-week.ts'
import { currentStatus } from '../db/status.ts'
import type { Mail } from '../mail.ts'
import { dayIn, dueIssue, issueOfWeek } from '../week.ts'
import { composeIssue, type IssueToMake, THE_BEGINNING } from './compose.ts'
import { periodOfChange } from './due.ts'
import { hasNews } from './mail/outline.ts'
import { personalMails } from './personal.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000 // ms
const TOKEN = 'preview' // in the place of a reader's own: it opens nothing

/**
 * Which mail is wanted: an issue that was made, or of an ISO week, by default the one that comes next,
 * as those get it who made a choice.
 */
export type WantedPreview = {
  issue?: string | undefined
  week?: string | undefined
  choice: Choice
}

/** A mail as it would look now. */
export type Preview = {
  id: string
  kind: IssueKind
  period: { from: string; until: string }
  /** `made`: as it was frozen; `to come`: as of now; `of then`: a past week that has none. */
  state: 'made' | 'to come' | 'of then'
  /** Whether those of this choice get it, and why not. */
  isWanted: boolean
  why: string | null
  /** What a reader gets, with links that open nothing; addressed to nobody. */
  mail: Pick<Mail, 'from' | 'subject' | 'html' | 'text'>
}

type Draft = Pick<Issue, 'id' | 'kind' | 'subject' | 'html' | 'text' | 'hasNews'> &
  Pick<Preview, 'period' | 'state' | 'why'>

/** Shows a mail as those of a choice get it; null where there is no such issue or week. */
export async function previewIssue(app: App, wanted: WantedPreview): Promise<Preview | null> {
  const draft = await draftOf(app, wanted)
  if (!draft) return null
  const { id, kind, period, state, hasNews, why } = draft
  const without = wanted.choice === 'news' && !hasNews ? 'nothing in it is new' : why
  return {
    ...{ id, kind, period, state },
    isWanted: without === null,
    why: without,
    mail: mailOf(app, draft),
  }
}

/** What is wanted as the query of an address. */
export function queryOf(wanted: WantedPreview): string {
  const { issue, week, choice } = wanted
  const query = { ...(issue && { issue }), ...(week && { week }), choice }
  return new URLSearchParams(query).toString()
}

/** The mail of an issue as one that is sent to an address to be looked at. */
export function testMail({ mail, id }: Preview, to: string, { config }: App): Mail {
  return {
    ...mail,
    to,
    replyTo: config.mail.replyTo,
    subject: `Test: ${mail.subject}`,
    headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834
    tags: [
      { name: 'kind', value: 'test' },
      { name: 'issue', value: id },
    ],
  }
}

async function draftOf(app: App, { issue, week, choice }: WantedPreview): Promise<Draft | null> {
  if (issue !== undefined) return await madeDraft(app, issue)
  const due = week === undefined ? nextIssue(app) : issueOfWeek(week, app.config.digest)
  if (!due) return null
  if (choice === 'changes') return await changeDraft(app, due.moment)
  return (await madeDraft(app, due.id)) ?? (await weekDraft(app, due))
}

async function madeDraft(app: App, id: string): Promise<Draft | null> {
  const made = await findIssue(app.db, id, { withHeld: true })
  return made && { ...made, period: periodOf(made), state: 'made', why: null }
}

/** The issue whose hour comes next. */
export function nextIssue({ now, config }: App): { id: string; moment: Date } {
  return dueIssue(new Date(now().getTime() + WEEK), config.digest)
}

async function weekDraft(app: App, { id, moment }: { id: string; moment: Date }): Promise<Draft> {
  const isToCome = moment > app.now()
  const until = (isToCome ? app.now() : moment).toISOString()
  const previous = await issueBefore(app.db, until, 'weekly')
  const weekBefore = new Date(moment.getTime() - WEEK).toISOString()
  const from = previous?.until ?? (isToCome ? THE_BEGINNING : weekBefore)
  const issue: IssueToMake = { id, kind: 'weekly', period: { from, until }, previous }
  const draft = await drafted(app, issue, isToCome ? 'reading' : 'publication')
  return { ...draft, state: isToCome ? 'to come' : 'of then', why: null }
}

/** What those get who asked for changes only: as if the status had changed at that moment, or now. */
async function changeDraft(app: App, moment: Date): Promise<Draft> {
  const isToCome = moment > app.now()
  const at = isToCome ? app.now() : moment
  const until = at.toISOString()
  const told = (await issueBefore(app.db, until, 'status')) ?? (await firstIssue(app.db))
  const previous = told && told.until < until ? told : null
  const period = previous ? periodOfChange(previous, at) : { from: THE_BEGINNING, until }
  const id = `${dayIn(app.config.digest.timeZone, at)}-status`
  const issue: IssueToMake = { id, kind: 'status', period, previous }
  const draft = await drafted(app, issue, isToCome ? 'reading' : 'publication')
  const { stage } = await currentStatus(app.db)
  const same = previous && stage === previous.stage ? 'the status is as they were told' : null
  const why = previous ? same : 'nobody was told of a status yet'
  return { ...draft, state: isToCome ? 'to come' : 'of then', why }
}

async function drafted(
  app: App,
  issue: IssueToMake,
  by: 'reading' | 'publication',
): Promise<Omit<Draft, 'state' | 'why'>> {
  const { id, kind, period } = issue
  const composed = await composeIssue(app, issue, (db, within) => newsOfWeek(db, within, by))
  const { news, rendered } = composed
  return { id, kind, period, ...rendered, hasNews: hasNews(news, period) }
}

function periodOf({ coversFrom, coversUntil }: Issue): Preview['period'] {
  return { from: coversFrom, until: coversUntil }
}

function mailOf({ config }: App, { id, subject, html, text }: Draft): Preview['mail'] {
  const { from, replyTo, postalAddress } = config.mail
  const postal = postalAddress || 'POSTAL_ADDRESS is not set'
  const envelope = { from, replyTo, siteUrl: config.siteUrl, postalAddress: postal }
  const toMail = personalMails({ id, subject, html, text, envelope }, 0)
  const mail = toMail({ address: '', token: TOKEN, manageToken: TOKEN })
  return { from, subject: mail.subject, html: mail.html, text: mail.text }
}
