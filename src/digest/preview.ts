import type { App } from '../app.ts'
import type { Choice } from '../choice.ts'
import { findIssue, type Issue, type IssueKind } from '../db/issues.ts'
import { newsOfWeek } from '../db/news-of-week.ts'
import { currentStatus } from '../db/status.ts'
import type { Mail } from '../mail.ts'
import { issueOfWeek } from '../week.ts'
import { composeIssue, type IssueToMake, type Period, type ReadNews } from './compose.ts'
import { changeId, nextIssue } from './due.ts'
import { hasNews } from './mail/outline.ts'
import { periodOf, toldBefore } from './period.ts'
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
  period: Period
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

async function draftOf(app: App, { issue, week, choice }: WantedPreview): Promise<Draft | null> {
  if (issue !== undefined) return await madeDraft(app, issue)
  const due = week === undefined ? nextIssue(app) : issueOfWeek(week, app.config.digest)
  if (!due) return null
  if (choice === 'changes') return await changeDraft(app, due.moment)
  return (await madeDraft(app, due.id)) ?? (await weekDraft(app, due))
}

async function madeDraft(app: App, id: string): Promise<Draft | null> {
  const made = await findIssue(app.db, id, { withHeld: true })
  if (!made) return null
  const period = { from: made.coversFrom, until: made.coversUntil }
  return { ...made, period, state: 'made', why: null }
}

async function weekDraft(app: App, { id, moment }: { id: string; moment: Date }): Promise<Draft> {
  const { at, isToCome } = momentOf(app, moment)
  const previous = await toldBefore(app.db, 'weekly', at.toISOString())
  const period = periodOf('weekly', previous, at)
  const weekBefore = new Date(moment.getTime() - WEEK).toISOString()
  const from = previous || isToCome ? period.from : weekBefore // else all that is known would be told
  const issue: IssueToMake = { id, kind: 'weekly', period: { ...period, from }, previous }
  return { ...(await drafted(app, issue, isToCome)), why: null }
}

/** What those get who asked for changes only: as if the status had changed at that moment, or now. */
async function changeDraft(app: App, moment: Date): Promise<Draft> {
  const { at, isToCome } = momentOf(app, moment)
  const previous = await toldBefore(app.db, 'status', at.toISOString())
  const period = periodOf('status', previous, at)
  const issue: IssueToMake = { id: changeId(app, at), kind: 'status', period, previous }
  const { stage } = await currentStatus(app.db)
  const same = previous?.stage === stage ? 'the status is as they were told' : null
  const why = previous ? same : 'nobody was told of a status yet'
  return { ...(await drafted(app, issue, isToCome)), why }
}

/** An issue to come tells of what is known now. */
function momentOf(app: App, moment: Date): { at: Date; isToCome: boolean } {
  const isToCome = moment > app.now()
  return { at: isToCome ? app.now() : moment, isToCome }
}

async function drafted(
  app: App,
  issue: IssueToMake,
  isToCome: boolean,
): Promise<Omit<Draft, 'why'>> {
  const { id, kind, period } = issue
  const by = isToCome ? 'reading' : 'publication'
  const readNews: ReadNews = (db, within) => newsOfWeek(db, within, by)
  const { news, rendered } = await composeIssue(app, issue, readNews)
  const state = isToCome ? 'to come' : 'of then'
  return { id, kind, period, ...rendered, hasNews: hasNews(news, period), state }
}

function mailOf({ config }: App, { id, subject, html, text }: Draft): Preview['mail'] {
  const { from, replyTo, postalAddress } = config.mail
  const postal = postalAddress || 'POSTAL_ADDRESS is not set'
  const envelope = { from, replyTo, siteUrl: config.siteUrl, postalAddress: postal }
  const toMail = personalMails({ id, subject, html, text, envelope }, 0)
  const mail = toMail({ address: '', token: TOKEN, manageToken: TOKEN })
  return { from, subject: mail.subject, html: mail.html, text: mail.text }
}
