import { html } from 'hono/html'
import type { Envelope, Issue } from '../db/issues.ts'
import type { Mail } from '../mail.ts'
import { POSTAL_MARK, TOKEN_MARK } from './marks.ts'

/**
 * The mail of an issue to one recipient. A pure function of what is frozen, the recipient's address
 * and link token: a retry of a call must bear the same bytes.
 */
export function personalMail(
  issue: Pick<Issue, 'id' | 'subject' | 'html' | 'text'>,
  envelope: Envelope,
  recipient: { address: string; token: string },
): Mail {
  const { from, replyTo, postalAddress } = envelope
  const postal = postalAddress.replace(/\s*\n\s*/g, ', ')
  const fill = (body: string, address: string) =>
    body.replaceAll(TOKEN_MARK, () => recipient.token).replaceAll(POSTAL_MARK, () => address)
  return {
    from,
    to: recipient.address,
    replyTo,
    subject: issue.subject,
    html: fill(issue.html, String(html`${postal}`)),
    text: fill(issue.text, postal),
    headers: listHeaders(envelope, recipient.token),
    tags: [
      { name: 'kind', value: 'digest' },
      { name: 'issue', value: issue.id },
    ],
  }
}

/** Headers of list mail: RFC 2369, RFC 2919, RFC 8058. */
function listHeaders({ siteUrl, replyTo }: Envelope, token: string): Record<string, string> {
  const mailbox = /<([^>]+)>/.exec(replyTo)?.[1] ?? replyTo
  return {
    'List-Unsubscribe': `<${siteUrl}/unsubscribe?token=${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `<digest.${new URL(siteUrl).hostname}>`,
    'List-Archive': `<${siteUrl}/issues>`,
    'List-Help': `<mailto:${mailbox}>`,
  }
}
