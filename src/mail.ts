/** One mail to one person, as the provider takes it. */
export type Mail = {
  from: string
  to: string
  replyTo: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
  tags: { name: string; value: string }[]
}

/**
 * What became of a call to the mail provider.
 * - `sent`: taken, an id for each mail in order
 * - `unknown`: no answer; retry with the same key and the same mails
 * - `wait`: refused for now, try again after so many seconds
 * - `refused`: refused for good, in the provider's words
 */
export type SendResult =
  | { kind: 'sent'; ids: string[] }
  | { kind: 'unknown'; reason: string }
  | { kind: 'wait'; seconds: number; reason: string }
  | { kind: 'refused'; reason: string }

/** Port to the mail provider. Never throws for what the provider or the network does. */
export type Mailer = {
  /** Sends up to 100 mails in one call; the same key and mails are taken once in 24 h. */
  send(mails: Mail[], idempotencyKey: string): Promise<SendResult>
}
