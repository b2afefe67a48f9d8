import { setTimeout as wait } from 'node:timers/promises'
import type { Mailbox } from '../../demo/mailbox/server.ts'
import { dueIssue, type Schedule } from '../../src/week.ts'
import type { LocalWorker } from './worker.ts'

/** The demo's subscriber: an address that Resend takes and throws away. */
export const READER = 'delivered+reader@resend.dev'

const WEEK = 7 * 24 * 3_600_000 // milliseconds
const LONGEST = 120_000 // milliseconds

type Mail = ReturnType<Mailbox['mails']>[number]

/** Subscribes the demo's reader and follows the link of the confirmation mail, once. */
export async function confirmReader(site: string, mailbox: Mailbox): Promise<void> {
  if (mailbox.mails().some(isToReader)) return
  await post(`${site}/subscribe`, { email: READER })
  const mail = await untilMail(mailbox, isToReader)
  const token = /\/confirm\?token=([\w.~-]+)/.exec(mail.text ?? '')?.[1]
  if (!token) throw new Error('The confirmation mail has no link.')
  await post(`${site}/confirm`, { token })
}

/**
 * Sends the issue whose hour comes next, now: it covers all that was read until then. Returns the
 * mail; one that was sent in an earlier run stays as it was.
 */
export async function sendNextIssue(
  worker: LocalWorker,
  mailbox: Mailbox,
  schedule: Schedule,
): Promise<Mail> {
  const hour = dueIssue(new Date(Date.now() + WEEK), schedule)
  const isIssue = (mail: Mail) => isToReader(mail) && (mail.text ?? '').includes(hour.id)
  if (!mailbox.mails().some(isIssue)) await worker.cron('0 * * * *', hour.moment)
  return await untilMail(mailbox, isIssue)
}

function isToReader({ to }: Mail): boolean {
  return to.some((address) => address.includes(READER))
}

async function post(url: string, fields: Record<string, string>): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${await response.text()}`)
  await response.text()
}

async function untilMail(mailbox: Mailbox, isWanted: (mail: Mail) => boolean): Promise<Mail> {
  const deadline = Date.now() + LONGEST
  while (Date.now() < deadline) {
    const mail = mailbox.mails().findLast(isWanted)
    if (mail) return mail
    await wait(200)
  }
  throw new Error('The mail did not come within two minutes.')
}
