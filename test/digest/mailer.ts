import type { Mail, Mailer, SendResult } from '../../src/mail.ts'

type Call = { key: string; mails: Mail[] }

/** What goes wrong with a call: whether the provider took it all the same, and what we hear. */
export type Trouble = { isTaken: boolean; result: SendResult }

/** A mail provider in memory, with Resend's memory for keys. */
export function recordingMailer() {
  const calls: Call[] = []
  const delivered: Mail[] = []
  const answers = new Map<string, { payload: string; ids: string[] }>()
  const box = {
    calls,
    delivered,
    /** Asked at each call; undefined where all goes well. */
    trouble: (_call: Call): Trouble | undefined => undefined,
    /** How often an address was mailed under a subject. */
    countTo: (address: string, subject: string) =>
      delivered.filter((mail) => mail.to === address && mail.subject === subject).length,
  }
  const mailer: Mailer = {
    send: (mails, key) => {
      const call = { key, mails: structuredClone(mails) }
      calls.push(call)
      const trouble = box.trouble(call)
      const answer = !trouble || trouble.isTaken ? take(call) : null
      return Promise.resolve(trouble?.result ?? answer ?? { kind: 'unknown', reason: 'none' })
    },
  }
  return { box, mailer }

  function take({ key, mails }: Call): SendResult {
    const payload = JSON.stringify(mails)
    const known = answers.get(key)
    if (known && known.payload !== payload) return { kind: 'conflict', reason: '409 other payload' }
    if (known) return taken(known.ids)
    const ids = mails.map(() => crypto.randomUUID())
    answers.set(key, { payload, ids })
    delivered.push(...mails)
    return taken(ids)
  }
}

function taken(ids: string[]): SendResult {
  return { kind: 'sent', ids, refusals: [], usage: null }
}
