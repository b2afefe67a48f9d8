import { recipients, type StoredMail } from './mail.ts'

const PAGE = 20
const LARGEST_PAGE = 100

/** Resend's Email: a mail as GET /emails/ID answers it. */
export function emailOf(mail: StoredMail): Record<string, unknown> {
  return {
    object: 'email',
    id: mail.id,
    message_id: mail.messageId,
    to: mail.to,
    from: mail.from,
    created_at: mail.createdAt.replace('T', ' ').replace('Z', '+00'),
    subject: mail.subject,
    ...(mail.html !== null && { html: mail.html }),
    ...(mail.text !== null && { text: mail.text }),
    bcc: mail.bcc,
    cc: mail.cc,
    reply_to: mail.replyTo,
    last_event: mail.lastEvent,
    tags: mail.tags,
  }
}

/** Resend's ListEmailsResponse, newest first. `after` and `before` are ids, as in its SDK. */
export function emailsPage(
  mails: StoredMail[],
  query: Record<string, string>,
): Record<string, unknown> {
  const limit = Math.min(LARGEST_PAGE, Math.max(1, Number(query.limit) || PAGE))
  const newest = mails.toReversed()
  const after = newest.findIndex(({ id }) => id === query.after) + 1
  const before = newest.findIndex(({ id }) => id === query.before)
  const start = before > 0 ? Math.max(0, before - limit) : after
  const end = before > 0 ? before : start + limit
  const data = newest.slice(start, end).map(withoutBodies)
  return { object: 'list', has_more: end < newest.length, data }
}

/** Newest first, those whose subject or recipients contain `wanted`. */
export function findMails(mails: StoredMail[], wanted: string): StoredMail[] {
  const lower = wanted.toLowerCase()
  const holds = (mail: StoredMail) =>
    [mail.subject, ...recipients(mail)].some((text) => text.toLowerCase().includes(lower))
  return mails.filter(holds).toReversed()
}

function withoutBodies(mail: StoredMail): Record<string, unknown> {
  const { html: _html, text: _text, ...email } = emailOf(mail)
  return email
}
