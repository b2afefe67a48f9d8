import { mailboxOf } from '../mail.ts'

/** A link to write to an address, which may stand beside a name: `Name <a@b.example>`. */
export function MailTo({ address }: { address: string }) {
  const mailbox = mailboxOf(address)
  return <a href={`mailto:${mailbox}`}>{mailbox}</a>
}
