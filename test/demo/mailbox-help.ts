import { Resend } from 'resend'
import { onTestFinished } from 'vitest'
import type { MailboxOptions } from '../../demo/mailbox/box.ts'
import { startMailbox } from '../../demo/mailbox/server.ts'

export const MAIL = {
  from: 'Status <news@status.example>',
  to: ['reader@status.example'],
  subject: 'Week 47',
  html: '<p>No news.</p>',
  text: 'No news.',
}

/** A mailbox for one test, with the real SDK pointed at it. Its limit is off unless it is asked for. */
export async function openMailbox(options: MailboxOptions = {}) {
  const mailbox = await startMailbox({ rateLimit: Number.POSITIVE_INFINITY, ...options })
  onTestFinished(() => mailbox.close())
  return { mailbox, resend: new Resend('re_test', { baseUrl: mailbox.url }) }
}

/** A clock that only a test moves. */
export function createClock(start = '2026-11-20T08:00:00.000Z') {
  let time = Date.parse(start)
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms
    },
  }
}

/** POSTs JSON as any program might, past the SDK. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(url, {
    method: 'POST',
    headers: {
      authorization: 'Bearer re_test',
      'content-type': 'application/json',
      'user-agent': 'test',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}
