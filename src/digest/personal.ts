import { html } from 'hono/html'
import type { IssueToSend } from '../db/issues.send.ts'
import type { Envelope } from '../db/issues.ts'
import { type Mail, mailboxOf } from '../mail.ts'
import { fillable, POSTAL_MARK } from './marks.ts'

/** Somebody who gets a mail: where, and the tokens of their own links. */
export type Addressee = { address: string; token: string; manageToken: string }

export type PersonalMail = (to: Addressee) => Mail

/**
 * The mails of one call of an issue. Each is a pure function of what is frozen, the recipient's
 * address and tokens: a retry of a call must bear the same bytes.
 */
export function personalMails(
  { id, subject, html: htmlBody, text, envelope }: IssueToSend,
  chunk: number,
): PersonalMail {
  const { from, replyTo, postalAddress } = envelope
  const postal = postalAddress.replace(/\s*\n\s*/g, ', ')
  const fillHtml = fillable(htmlBody.replaceAll(POSTAL_MARK, () => String(html`${postal}`)))
  const fillText = fillable(text.replaceAll(POSTAL_MARK, () => postal))
  const tags = [
    { name: 'kind', value: 'digest' },
    { name: 'issue', value: id },
    { name: 'chunk', value: String(chunk) },
  ]
  return ({ address, ...tokens }) => ({
    from,
    to: address,
    replyTo,
    subject,
    html: fillHtml(tokens),
    text: fillText(tokens),
    headers: listHeaders(envelope, tokens.token),
    tags,
  })
}

/** Headers of list mail: RFC 2369, RFC 2919, RFC 8058. */
function listHeaders({ siteUrl, replyTo }: Envelope, token: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${siteUrl}/unsubscribe?token=${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `<digest.${new URL(siteUrl).hostname}>`,
    'List-Archive': `<${siteUrl}/issues>`,
    'List-Help': `<mailto:${mailboxOf(replyTo)}>`,
  }
}
