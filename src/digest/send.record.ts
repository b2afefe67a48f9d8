import { type App, type MailJob, sendAll } from '../app.ts'
import { type ClaimedChunk, startRound } from '../db/deliveries.claim.ts'
import { countRefused, refuseMember, splitChunk } from '../db/deliveries.refused.ts'
import { closeSent, openCall, postpone, type Recipient } from '../db/deliveries.ts'
import { finishIssue } from '../db/issues.send.ts'
import { holdMail, pauseMail } from '../db/mail-account.ts'
import type { SendResult } from '../mail.ts'
import { withoutAddresses } from './reason.ts'
import type { Again } from './send.ts'

const SECOND = 1000 // ms
const UNKNOWN_WAIT = 60 // seconds, doubled with each try
const LEAST_WAIT = 4 // seconds, doubled with each try: the queue gives up after ten
const MOST_WAIT = 60 * 60 // seconds
const IN_PROGRESS = 15 * 60 * SECOND // the platform lets nothing of ours run longer
const MOST_REFUSED = 50 // calls of one issue, then somebody should look

type Called = { members: Recipient[]; result: SendResult }

/** Keeps what a call brought, and tells when to go on. */
export async function record(app: App, chunk: ClaimedChunk, called: Called): Promise<Again> {
  const { members, result } = called
  const { issueId, number, inDoubtSince, tries } = chunk
  app.log('chunk.called', { issue: issueId, chunk: number, outcome: result.kind })
  switch (result.kind) {
    case 'sent':
      return await recordSent(app, chunk, members, result)
    case 'refused':
      return await recordRefused(app, chunk, { members, reason: result.reason })
    case 'conflict':
      return await recordConflict(app, chunk, result.reason)
    case 'unknown': {
      const since = app.now().toISOString()
      const seconds = growing(UNKNOWN_WAIT, tries)
      return await later(app, chunk, { inDoubtSince: since, reason: result.reason, seconds })
    }
    case 'wait': {
      // This call was not taken; an earlier one of unknown outcome may still have been.
      const seconds = Math.max(result.seconds, growing(LEAST_WAIT, tries))
      if (result.scope === 'account') await hold(app, result)
      return await later(app, chunk, { inDoubtSince, reason: result.reason, seconds })
    }
  }
}

/** Ends a chunk whose mails are on their way, though the answer was never heard. */
export async function recordTaken(app: App, chunk: ClaimedChunk): Promise<undefined> {
  const at = app.now().toISOString()
  await openCall(app.db, chunk, at)
  await closeSent(app.db, chunk, { at, providerIds: {}, refusals: {}, usage: null })
  app.log('chunk.taken', { issue: chunk.issueId, chunk: chunk.number })
  await finishIssue(app.db, chunk.issueId, at)
}

async function recordSent(
  app: App,
  chunk: ClaimedChunk,
  members: Recipient[],
  { ids, refusals, usage }: SendResult & { kind: 'sent' },
): Promise<undefined> {
  const at = app.now().toISOString()
  const idOf = (index: number) => members[index]?.subscriberId ?? ''
  await closeSent(app.db, chunk, {
    at,
    usage,
    providerIds: Object.fromEntries(ids.flatMap((id, nth) => (id ? [[idOf(nth), id]] : []))),
    refusals: Object.fromEntries(
      refusals.map(({ index, reason }) => [idOf(index), withoutAddresses(reason)]),
    ),
  })
  if (refusals.length > 0) {
    app.log('mail.refused', { issue: chunk.issueId, mails: refusals.length })
  }
  await finishIssue(app.db, chunk.issueId, at)
}

/**
 * Nothing was taken by this call. Halves are tried, until the mail at fault stands alone; not while
 * an earlier call, which may have been taken, is in doubt.
 */
async function recordRefused(
  app: App,
  chunk: ClaimedChunk,
  { members, reason }: { members: Recipient[]; reason: string },
): Promise<Again> {
  const { issueId, inDoubtSince } = chunk
  if (inDoubtSince) return await later(app, chunk, { inDoubtSince, reason, seconds: MOST_WAIT })
  const at = app.now().toISOString()
  const note = withoutAddresses(reason)
  const [member, ...others] = members
  if (member && others.length === 0) {
    await refuseMember(app.db, chunk, { member, at, note })
    app.log('mail.refused', { issue: issueId, mails: 1 })
    await finishIssue(app.db, issueId, at)
  } else {
    const halves = await splitChunk(app.db, chunk, { members, at, note })
    const jobs = halves.map((half): MailJob => ({ kind: 'send', issue: issueId, chunk: half }))
    await sendAll(app.queues.mail, jobs)
  }
  await pauseAtRefusals(app, issueId, note)
  return undefined
}

async function pauseAtRefusals(app: App, issueId: string, note: string): Promise<void> {
  if ((await countRefused(app.db, issueId)) < MOST_REFUSED) return
  const at = app.now().toISOString()
  if (await pauseMail(app.db, at, `${MOST_REFUSED} calls refused: ${note}`)) {
    app.log('sending.paused', { issue: issueId, why: note })
  }
}

/**
 * The key was taken with other bytes. In a chunk long in doubt it was our own call, and its mails
 * are on their way; in a fresh one it was somebody else's, and another key is taken.
 */
async function recordConflict(app: App, chunk: ClaimedChunk, reason: string): Promise<Again> {
  const { inDoubtSince, tries } = chunk
  if (!inDoubtSince) {
    await startRound(app.db, chunk)
    return await later(app, chunk, { inDoubtSince: null, reason, seconds: 1 })
  }
  if (app.now().getTime() - Date.parse(inDoubtSince) > IN_PROGRESS) {
    return await recordTaken(app, chunk)
  }
  return await later(app, chunk, { inDoubtSince, reason, seconds: growing(UNKNOWN_WAIT, tries) })
}

async function hold(app: App, { seconds, reason }: SendResult & { kind: 'wait' }): Promise<void> {
  const until = new Date(app.now().getTime() + seconds * SECOND).toISOString()
  await holdMail(app.db, until, withoutAddresses(reason))
  app.log('sending.held', { until, why: withoutAddresses(reason) })
}

async function later(
  app: App,
  chunk: ClaimedChunk,
  next: { seconds: number; reason: string; inDoubtSince: string | null },
): Promise<Again> {
  const at = new Date(app.now().getTime() + next.seconds * SECOND).toISOString()
  const inDoubtSince = chunk.inDoubtSince ?? next.inDoubtSince
  await postpone(app.db, chunk, { at, inDoubtSince, note: withoutAddresses(next.reason) })
  return { retryAfterSeconds: next.seconds }
}

function growing(first: number, tries: number): number {
  return Math.min(first * 2 ** (tries - 1), MOST_WAIT)
}
