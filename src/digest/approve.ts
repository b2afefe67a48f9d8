import type { App } from '../app.ts'
import { auditIfDone } from '../db/admin/audit.ts'
import { approveIssue, dropHeldIssue, findSending, type Sending } from '../db/admin/digest.ts'
import { findIssue, freezing } from '../db/issues.ts'
import { newsOfWeek } from '../db/news-of-week.ts'
import { issueToFreeze, type ReadNews } from './compose.ts'
import { sendableAfter, toldBefore } from './period.ts'

/** An issue that an admin is asked about, and who decides. */
type Decision = { id: string; who: string }

/** `not held`: it went already, or never waited; `told since`: a later issue stands for it. */
export type Decided = 'done' | 'unknown' | 'not held' | 'told since'

/** Lets an issue go that waited for an editor, and starts its sending. */
export async function approve(app: App, { id, who }: Decision): Promise<Decided> {
  const sending = await findSending(app.db, id)
  const no = refusal(sending)
  if (no) return no
  const at = app.now().toISOString()
  const since = sendableAfter(app.now())
  const [approved] = await app.db.batch([
    approveIssue(app.db, { id, at, who, since }),
    auditIfDone(app.db, {
      ...{ at, who, act: 'approve issue', subject: id },
      before: { heldAt: sending?.heldAt ?? null },
      after: { approvedAt: at },
    }),
  ])
  if (!approved?.results.length) return 'told since'
  app.log('issue.approved', { issue: id })
  await app.queues.mail.send({ kind: 'plan', issue: id })
  return 'done'
}

/**
 * Makes an issue that waits for an editor anew, of the same period, from what is known now. Where it
 * would tell of a change of the status that there is not any more, it goes away.
 */
export async function remake(
  app: App,
  { id, who }: Decision,
  readNews: ReadNews = newsOfWeek,
): Promise<Decided> {
  const no = refusal(await findSending(app.db, id))
  const issue = await findIssue(app.db, id, { withHeld: true })
  if (no || !issue) return no ?? 'unknown'
  const { kind, coversUntil: until, coversFrom: from, contentHash, subject } = issue
  const previous = await toldBefore(app.db, kind, until)
  const wanted = { id, kind, period: { from, until }, previous }
  const anew = await issueToFreeze(app, wanted, readNews)
  const [dropped] = await app.db.batch([
    dropHeldIssue(app.db, id),
    auditIfDone(app.db, {
      ...{ at: app.now().toISOString(), who, act: 'make issue anew', subject: id },
      before: { subject, contentHash },
      after: anew && { subject: anew.subject, contentHash: anew.contentHash },
    }),
    ...(anew ? [freezing(app.db, anew)] : []),
  ])
  return dropped?.results.length ? 'done' : 'told since'
}

function refusal(sending: Sending | null): 'unknown' | 'not held' | null {
  if (!sending) return 'unknown'
  return sending.heldAt ? null : 'not held'
}
