import type { App } from '../app.ts'
import { type ChunkKey, type ClaimedChunk, claimChunk, startRound } from '../db/deliveries.claim.ts'
import { closeUnsent, openCall } from '../db/deliveries.ts'
import { finishIssue, issueToSend } from '../db/issues.send.ts'
import { findMailAccount } from '../db/mail-account.ts'
import { holdOf } from './quota.ts'
import { mailsTo } from './send.mails.ts'
import { record, recordTaken } from './send.record.ts'

const SECOND = 1000 // ms
const HOUR = 60 * 60 * SECOND
const LEASE = 2 * 60 * SECOND // longer than the mailer's time-out
const KEY_MEMORY = 23 * HOUR // the provider forgets a key after 24 h
const LONG = 12 * HOUR // what only the operator ends is looked at again by the hourly run

/** Nothing more to do now, or when to try again. */
export type Again = { retryAfterSeconds: number } | undefined

/**
 * Sends one chunk of an issue, exactly once as far as the provider can be believed.
 *
 * A chunk is claimed for two minutes; its members are fixed in the same transaction that notes the
 * call as in doubt; the doubt ends with the provider's answer, or when it tells by webhook of a
 * mail of the chunk. While it lasts, be it a time-out, a crash or an answer of 5xx, only the same
 * mails under the same key are tried again. So whoever unsubscribes after a call whose outcome is
 * unknown stays in its retry: that call may have been taken, and without them it would be another,
 * which mails the others twice.
 *
 * After 23 h the provider may have forgotten the key. A chunk of which it told nothing all that
 * time, neither in an answer nor by webhook, counts as never taken and is sent under a new key: a
 * provider that took it all the same and denied it for a day is the one way to get two mails.
 * Where no webhook is set up, nothing could have told: then the chunk is given up as lost.
 */
export async function sendChunk(app: App, key: ChunkKey): Promise<Again> {
  const now = app.now()
  const hold = holdOf(await findMailAccount(app.db), app.config.mail.quota, now)
  const heldUntil = hold && (hold.until?.getTime() ?? now.getTime() + LONG)
  if (heldUntil && !hold.isQuota) return secondsUntil(heldUntil, now)
  const claim = await claimChunk(app.db, key, {
    at: now.toISOString(),
    until: new Date(now.getTime() + LEASE).toISOString(),
    isDoubtOnly: hold !== null, // a call that may have been taken uses up nothing more
  })
  switch (claim.kind) {
    case 'ended':
      await finishIssue(app.db, key.issueId, now.toISOString())
      return undefined
    case 'later':
      return secondsUntil(heldUntil ?? Date.parse(claim.at), now)
    case 'claimed':
      return await settle(app, claim.chunk)
  }
}

async function settle(app: App, chunk: ClaimedChunk): Promise<Again> {
  const { inDoubtSince, takenAt } = chunk
  if (takenAt) return await recordTaken(app, chunk)
  const isForgotten =
    inDoubtSince !== null && app.now().getTime() - Date.parse(inDoubtSince) > KEY_MEMORY
  if (!isForgotten) return await call(app, chunk)
  if (!app.config.webhookSecret) {
    return await giveUp(app, chunk, 'lost', `no known outcome since ${inDoubtSince}`)
  }
  if (!(await startRound(app.db, chunk))) return { retryAfterSeconds: 1 }
  app.log('chunk.anew', { issue: chunk.issueId, chunk: chunk.number, since: inDoubtSince })
  return await call(app, { ...chunk, round: chunk.round + 1, inDoubtSince: null })
}

async function call(app: App, chunk: ClaimedChunk): Promise<Again> {
  const { issueId, number, round } = chunk
  const issue = await issueToSend(app.db, issueId)
  if (!issue) throw new Error(`no issue ${issueId}`)
  const members = await openCall(app.db, chunk, app.now().toISOString())
  if (members.length === 0) return await giveUp(app, chunk, 'empty', null)
  const mails = await mailsTo(app.config.secretKey, { issue, number }, members)
  const key = `digest/${issueId}/${number}`
  const result = await app.mailer.send(mails, round === 0 ? key : `${key}/${round}`)
  return await record(app, chunk, { members, result })
}

async function giveUp(
  app: App,
  chunk: ClaimedChunk,
  outcome: 'lost' | 'empty',
  note: string | null,
): Promise<undefined> {
  const { issueId, number } = chunk
  const at = app.now().toISOString()
  await closeUnsent(app.db, chunk, { at, outcome, note })
  if (outcome === 'lost') app.log('chunk.lost', { issue: issueId, chunk: number })
  await finishIssue(app.db, issueId, at)
}

function secondsUntil(moment: number, now: Date): { retryAfterSeconds: number } {
  return { retryAfterSeconds: Math.max(1, Math.ceil((moment - now.getTime()) / SECOND)) }
}
