import { Resend } from 'resend'
import type { Recipient } from '../../src/db/deliveries.ts'
import type { IssueToSend } from '../../src/db/issues.send.ts'
import { renderIssue } from '../../src/digest/mail/issue.tsx'
import { resendMailer } from '../../src/digest/resend.ts'
import { mailsTo } from '../../src/digest/send.mails.ts'
import { type KeyRing, openVault, seal } from '../../src/seal.ts'
import { newsOf } from './news.ts'

const SECRETS: KeyRing = ['nothing-is-sealed-with-this-bench-key']
const ROUNDS = 30
const MAILS = 100

/** CPU of a hundred mails in ms: ours, with their making and sealing, and the SDK's own. */
export type Cpu = { htmlBytes: number; ours: number; sdk: number }

/** Measures a call of a hundred mails of an issue with so many stories; nothing is sent. */
export async function measureCpu(stories: number): Promise<Cpu> {
  const issue = await issueOf(stories)
  const members = await membersOf()
  const mails = await mailsTo(SECRETS, { issue, number: 0 }, members)
  const answering = globalThis.fetch
  globalThis.fetch = () => Promise.resolve(Response.json({ data: mails.map(() => ({ id: 'a' })) }))
  const mailer = resendMailer({ apiKey: 're_bench', baseUrl: 'http://127.0.0.1' })
  const resend = new Resend('re_bench', { baseUrl: 'http://127.0.0.1' })
  const making = await cpuOf(async () => {
    await mailsTo(SECRETS, { issue, number: 0 }, members)
  })
  const sending = await cpuOf(async () => {
    await mailer.send(mails, 'key')
  })
  const sdk = await cpuOf(async () => {
    await resend.batch.send(mails, { idempotencyKey: 'key' })
  })
  globalThis.fetch = answering
  const htmlBytes = new TextEncoder().encode(mails[0]?.html ?? '').length
  return { htmlBytes, sdk, ours: making + Math.max(0, sending - sdk) }
}

async function issueOf(stories: number): Promise<IssueToSend> {
  const period = { from: '2026-11-13T08:00:00.000Z', until: '2026-11-20T08:00:00.000Z' }
  const setting = { film: 'Glass Harbor 2', siteUrl: 'https://status.example', timeZone: 'UTC' }
  const facts = { id: '2026-W47', kind: 'weekly', period, news: newsOf(stories) } as const
  const envelope = {
    from: 'Status <news@status.example>',
    replyTo: 'hello@status.example',
    siteUrl: setting.siteUrl,
    postalAddress: 'Test Street 1, Testtown',
  }
  return { id: facts.id, envelope, ...(await renderIssue(facts, setting)) }
}

async function membersOf(): Promise<Recipient[]> {
  const vault = await openVault(SECRETS)
  return await Promise.all(
    Array.from({ length: MAILS }, async (_, nth) => ({
      subscriberId: crypto.randomUUID(),
      addressSealed: await seal(vault, `reader-${nth}@example.org`),
    })),
  )
}

/** The least CPU of several rounds, all threads, in ms: other programs only ever add. */
async function cpuOf(act: () => Promise<void>): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage()
    await act()
    const { user, system } = process.cpuUsage(before)
    rounds.push((user + system) / 1000)
  }
  return Math.min(...rounds)
}
