import { z } from 'zod'

/** What can have happened to a mail last, in Resend's words (`last_event`). */
export const LAST_EVENTS = [
  'bounced',
  'complained',
  'delivered',
  'delivery_delayed',
  'failed',
  'sent',
  'suppressed',
] as const

const tag = z.object({ name: z.string(), value: z.string() })

/** A mail as the mailbox keeps it, in memory and in its store. Times are ISO 8601 UTC. */
export const storedMail = z.object({
  id: z.uuid(),
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  subject: z.string(),
  html: z.string().nullable(),
  text: z.string().nullable(),
  replyTo: z.array(z.string()),
  headers: z.record(z.string(), z.string()),
  tags: z.array(tag),
  attachments: z.array(z.string()),
  topicId: z.string().nullable(),
  createdAt: z.iso.datetime(),
  idempotencyKey: z.string().nullable(),
  batchIndex: z.int().nullable(),
  lastEvent: z.enum(LAST_EVENTS),
})

export type StoredMail = z.infer<typeof storedMail>

export type EventName = (typeof LAST_EVENTS)[number]

/** Everyone a mail goes to; Resend counts each of them against the quota. */
export function recipients(mail: StoredMail): string[] {
  return [...mail.to, ...mail.cc, ...mail.bcc]
}
