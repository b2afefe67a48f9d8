import { bareAddress } from './address.ts'
import { type EventName, recipients, type StoredMail } from './mail.ts'

/** What a test address does; labels (`bounced+x@resend.dev`) are allowed. The rest is delivered. */
const FATES: Record<string, EventName[]> = {
  'bounced@resend.dev': ['sent', 'bounced'],
  'complained@resend.dev': ['sent', 'delivered', 'complained'],
  'suppressed@resend.dev': ['suppressed'],
}

const DETAILS: Partial<Record<EventName, Record<string, unknown>>> = {
  bounced: {
    bounce: {
      diagnosticCode: ['smtp; 550 5.1.1 user unknown'],
      message: "The recipient's mail server permanently rejected the email.",
      subType: 'General',
      type: 'Permanent',
    },
  },
  failed: { failed: { reason: 'reached_daily_quota' } },
  suppressed: {
    suppressed: {
      diagnosticCode: [],
      message: 'The address is on the suppression list of the account.',
      reason: 'previous_bounce',
      type: 'OnAccountSuppressionList',
    },
  },
}

export type MailEvent = { event: EventName; to: string[] }

export type EventBody = { type: string; created_at: string; data: Record<string, unknown> }

/** What happens to a mail, in order, each with the recipients that it happens to. */
export function eventsOf(mail: StoredMail): MailEvent[] {
  const byFate = Object.groupBy(recipients(mail), (to) => fateOf(to).join())
  return Object.values(byFate).flatMap((to) => (to ? group(to) : []))
}

/** The event as Resend posts it. `extra` is laid over its data, e.g. another `bounce`. */
export function eventBody(
  mail: StoredMail,
  { event, to }: MailEvent,
  now: number,
  extra: Record<string, unknown> = {},
): EventBody {
  const headers = Object.entries(mail.headers).map(([name, value]) => ({ name, value }))
  const data = {
    created_at: mail.createdAt,
    email_id: mail.id,
    message_id: mail.messageId,
    from: mail.from,
    to,
    subject: mail.subject,
    ...(mail.tags.length > 0 && { tags: tagsByName(mail) }),
    ...(headers.length > 0 && { headers }),
    ...DETAILS[event],
    ...extra,
  }
  return { type: `email.${event}`, created_at: new Date(now).toISOString(), data }
}

function group(to: string[]): MailEvent[] {
  return fateOf(to[0] ?? '').map((event) => ({ event, to }))
}

function fateOf(recipient: string): EventName[] {
  const bare = bareAddress(recipient)?.toLowerCase() ?? ''
  return FATES[bare.replace(/\+[^@]*/, '')] ?? ['sent', 'delivered']
}

function tagsByName(mail: StoredMail): Record<string, string> {
  return Object.fromEntries(mail.tags.map(({ name, value }) => [name, value]))
}
