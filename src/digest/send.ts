import type { App } from '../app.ts'
import { type ChunkKey, claimChunk } from '../db/deliveries.claim.ts'
import { closeSent, closeUnsent, openCall, postpone, type Recipient } from '../db/deliveries.ts'
import { findIssue, finishIssue, type Issue } from '../db/issues.ts'
import type { Mail, SendResult } from '../mail.ts'
import { openVault, unseal } from '../seal.ts'
import { linkSigner } from '../token.ts'
import { personalMail } from './personal.ts'
import { withoutAddresses } from './reason.ts'

const SECOND = 1000 // ms
const HOUR = 60 * 60 * SECOND
const LEASE = 2 * 60 * SECOND // longer than the mailer's time-out
const UNKNOWN_WAIT = 60 // seconds, doubled with each try
const LEAST_WAIT = 4 // seconds, doubled with each try: the queue gives up after ten
const MOST_WAIT = 60 * 60 // seconds
const KEY_MEMORY = 23 * HOUR // the provider forgets a key after 24 h

/** Nothing more to do now, or when to try again. */
export type Again = { retryAfterSeconds: number } | undefined

type Claimed = ChunkKey & { tries: number; inDoubtSince: string | null }

/**
 * Sends one chunk of an issue, exactly once as far as the provider can be believed.
 *
 * A chunk is claimed for two minutes; its members are fixed in the same transaction that notes the
 * call as in doubt; the doubt ends with the provider's answer. While it lasts, be it a time-out, a
 * crash or an answer of 5xx, only the same mails under the same key are tried again. So whoever
 * unsubscribes after a call whose outcome is unknown stays in its retry: that call may have been
 * taken, and without them it would be another, which mails the others twice. After 23 h, when the
 * provider may have forgotten the key, the chunk is given up as lost: better no mail than two.
 */
export async function sendChunk(app: App, chunk: ChunkKey): Promise<Again> {
  const now = app.now().getTime()
  const lease = { at: iso(now), until: iso(now + LEASE) }
  const claim = await claimChunk(app.db, chunk, lease)
  switch (claim.kind) {
    case 'ended':
      await finishIssue(app.db, chunk.issueId, iso(now))
      return undefined
    case 'later':
      return { retryAfterSeconds: secondsUntil(claim.at, now) }
    case 'claimed':
      return await callProvider(app, { ...chunk, ...claim })
  }
}

async function callProvider(app: App, chunk: Claimed): Promise<Again> {
  const now = app.now().getTime()
  const { inDoubtSince, issueId } = chunk
  if (inDoubtSince && now - Date.parse(inDoubtSince) > KEY_MEMORY) {
    return await end(app, chunk, 'lost', `no known outcome since ${inDoubtSince}`)
  }
  const issue = await findIssue(app.db, issueId)
  if (!issue) throw new Error(`no issue ${issueId}`)
  const members = await openCall(app.db, chunk, iso(now))
  if (members.length === 0) return await end(app, chunk, 'empty', null)
  const mails = await mailsTo(app, issue, members)
  const result = await app.mailer.send(mails, `digest/${issueId}/${chunk.number}`)
  return await record(app, chunk, { members, result })
}

async function mailsTo(app: App, issue: Issue, members: Recipient[]): Promise<Mail[]> {
  const { envelope } = issue
  if (!envelope) throw new Error(`issue ${issue.id} is not planned`)
  const vault = await openVault(app.config.secretKey)
  const sign = await linkSigner(app.config.secretKey, 'unsubscribe')
  return Promise.all(
    members.map(async ({ subscriberId, addressSealed }) => {
      const [address, token] = await Promise.all([unseal(vault, addressSealed), sign(subscriberId)])
      return personalMail(issue, envelope, { address, token })
    }),
  )
}

async function record(
  app: App,
  chunk: Claimed,
  { members, result }: { members: Recipient[]; result: SendResult },
): Promise<Again> {
  const { issueId, number, inDoubtSince } = chunk
  const now = app.now().getTime()
  app.log('chunk.called', { issue: issueId, chunk: number, outcome: result.kind })
  switch (result.kind) {
    case 'sent': {
      const pairs = members.map(({ subscriberId }, nth) => [subscriberId, result.ids[nth] ?? ''])
      const providerIds: Record<string, string> = Object.fromEntries(pairs)
      await closeSent(app.db, chunk, { at: iso(now), providerIds })
      await finishIssue(app.db, issueId, iso(now))
      return undefined
    }
    case 'refused':
      return await end(app, chunk, 'refused', withoutAddresses(result.reason))
    case 'unknown': {
      const seconds = growing(UNKNOWN_WAIT, chunk.tries)
      return await later(app, chunk, { inDoubtSince: iso(now), reason: result.reason, seconds })
    }
    case 'wait': {
      // This call was not taken; an earlier one of unknown outcome may still have been.
      const seconds = Math.max(result.seconds, growing(LEAST_WAIT, chunk.tries))
      return await later(app, chunk, { inDoubtSince, reason: result.reason, seconds })
    }
  }
}

async function later(
  app: App,
  chunk: Claimed,
  next: { seconds: number; reason: string; inDoubtSince: string | null },
): Promise<Again> {
  const at = iso(app.now().getTime() + next.seconds * SECOND)
  const inDoubtSince = chunk.inDoubtSince ?? next.inDoubtSince
  await postpone(app.db, chunk, { at, inDoubtSince, note: withoutAddresses(next.reason) })
  return { retryAfterSeconds: next.seconds }
}

async function end(
  app: App,
  chunk: Claimed,
  outcome: 'refused' | 'lost' | 'empty',
  note: string | null,
): Promise<undefined> {
  const { issueId, number } = chunk
  const at = app.now().toISOString()
  await closeUnsent(app.db, chunk, { at, outcome, note })
  if (outcome !== 'empty') app.log('chunk.unsent', { issue: issueId, chunk: number, outcome })
  await finishIssue(app.db, issueId, at)
}

function growing(first: number, tries: number): number {
  return Math.min(first * 2 ** (tries - 1), MOST_WAIT)
}

function iso(time: number): string {
  return new Date(time).toISOString()
}

function secondsUntil(moment: string, now: number): number {
  return Math.max(1, Math.ceil((Date.parse(moment) - now) / SECOND))
}
