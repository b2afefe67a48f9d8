import type { App } from '../../app.ts'
import { countReaders, latestSendings, type Sending } from '../../db/admin/digest.ts'
import { countLetters } from '../../db/admin/letters.ts'
import { findRereading, type Rereading } from '../../db/rereading.ts'
import type { Finding } from '../../digest/alert.causes.ts'
import { readFindings } from '../../digest/alert.ts'
import { nextIssue } from '../../digest/due.ts'

/** What needs somebody, and how it stands with mail. */
export type Attended = {
  findings: Finding[]
  next: { id: string; at: string }
  last: Sending | null
  /** How many get mail now. */
  readers: number
  letters: number
}

/** Reads what needs somebody, the most pressing first. */
export async function readAttention(app: App): Promise<Attended> {
  const [findings, [last = null], readers, letters, rereading] = await Promise.all([
    readFindings(app),
    latestSendings(app.db, 1),
    countReaders(app.db, app.now().toISOString()),
    countLetters(app.db),
    findRereading(app.db),
  ])
  const { id, moment } = nextIssue(app)
  return {
    findings: [...findings, ...unset(app), ...readAgain(rereading)],
    next: { id, at: moment.toISOString() },
    last,
    readers: readers.weekly + readers.news + readers.changes,
    letters: letters.count,
  }
}

/** How far the reading by new rules is, and what it cannot read. */
function readAgain(rereading: Rereading | null): Finding[] {
  if (!rereading) return []
  const { rulesVersion, done, total, skipped } = rereading
  const words = `${done} of ${total} articles are read by version ${rulesVersion} of the rules.`
  const left = `${skipped} of them stay as they were read: their text is not kept any more.`
  return [{ cause: 'new rules', words: skipped ? `${words} ${left}` : words, place: '/articles' }]
}

/** What is not set up, and what that means. */
function unset({ config }: App): Finding[] {
  const { postalAddress, admin } = config.mail
  const found: [isSet: boolean, words: string][] = [
    [postalAddress !== '', 'POSTAL_ADDRESS is not set: no issue goes out.'],
    [config.webhookSecret !== null, 'RESEND_WEBHOOK_SECRET is not set: no bounce is heard of.'],
    [Boolean(admin), 'ADMIN_EMAIL is not set: what is wrong is told here only.'],
  ]
  return found
    .filter(([isSet]) => !isSet)
    .map(([, words]) => ({ cause: 'not set up', words, place: '/digest' }))
}
