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
 * - `sent`: taken; an id for each mail in order, null for one that it found fault with
 * - `unknown`: no answer; retry with the same key and the same mails
 * - `wait`: not taken, try again after so many seconds; `account`: no call will be taken before
 * - `conflict`: the key was taken with other mails
 * - `refused`: refused for good, in the provider's words
 */
export type SendResult =
  | {
      kind: 'sent'
      ids: (string | null)[]
      /** The mails that it found fault with, by their place in the call. */
      refusals: { index: number; reason: string }[]
      /** Mails used of the account's quotas, this call included; null where it does not tell. */
      usage: { day: number | null; month: number | null } | null
    }
  | { kind: 'unknown'; reason: string }
  | { kind: 'wait'; seconds: number; reason: string; scope: 'call' | 'account' }
  | { kind: 'conflict'; reason: string }
  | { kind: 'refused'; reason: string }

/** Port to the mail provider. Never throws for what the provider or the network does. */
export type Mailer = {
  /** Sends up to 100 mails in one call; the same key and mails are taken once in 24 h. */
  send(mails: Mail[], idempotencyKey: string): Promise<SendResult>
}

/** The address alone of one that may stand beside a name: `Name <a@b.example>`. */
export function mailboxOf(address: string): string {
  return /<([^>]+)>/.exec(address)?.[1] ?? address
}
