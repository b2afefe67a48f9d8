import MailComposer from 'nodemailer/lib/mail-composer'
import type { Mail } from '../../src/mail.ts'

/** A mail as it goes over the wire (RFC 5322), to be opened in any mail program. */
export async function emlOf(mail: Mail, date: Date): Promise<Buffer> {
  const { from, to, replyTo, subject, html, text, headers } = mail
  const composer = new MailComposer({ from, to, replyTo, subject, html, text, headers, date })
  return await composer.compile().build()
}
