import { type App, type MailJob, sendAll } from '../app.ts'
import { openConfirmation } from '../db/confirmations.ts'
import { endRequest, findRequest, requestsFrom, type SubscribeRequest } from '../db/requests.ts'
import { fingerprints, openVault, unseal } from '../seal.ts'
import { hashToken } from '../token.ts'
import { sameMailbox } from './address.ts'
import { confirmationMail } from './mail/confirmation.tsx'
import { withoutAddresses } from './reason.ts'
import type { Again } from './send.ts'

const MINUTE = 60 * 1000 // ms
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const CONFIRM_WITHIN = 48 * HOUR
const BURST = 3 // mails to one address, then one a day
const BURST_PERIOD = 7 * DAY // as long as an unconfirmed address is kept
const GIVE_UP = 23 * HOUR // the provider forgets a key after 24 h
const UNKNOWN_WAIT = 60 // seconds
const LEFT_AFTER = 30 * MINUTE // longer than the queue waits between two tries
const MOST_RESUMED = 90 // at most 100 jobs fit one sendBatch

/**
 * Works on a request to subscribe: mails a link to confirm, unless the address is suppressed,
 * subscribed, or has had its budget of such mails. Safe to run twice: the same request is the same
 * mail under the same key. Returns when to try again where the provider did not take it.
 */
export async function sendConfirmation(app: App, requestId: string): Promise<Again> {
  const request = await findRequest(app.db, requestId)
  if (!request) return undefined
  const age = app.now().getTime() - Date.parse(request.requestedAt)
  const opened = age < GIVE_UP ? await open(app, request) : null
  if (!opened) {
    await endRequest(app.db, requestId)
    return undefined
  }
  const mail = await confirmationMail(app.config, {
    ...opened,
    choice: request.choice,
    hours: CONFIRM_WITHIN / HOUR,
  })
  const result = await app.mailer.send([mail], `confirm/${requestId}`)
  const reason = result.kind === 'sent' ? null : withoutAddresses(result.reason)
  app.log('confirmation.mail', { outcome: result.kind, reason })
  if (result.kind === 'unknown') return { retryAfterSeconds: UNKNOWN_WAIT }
  if (result.kind === 'wait') return { retryAfterSeconds: result.seconds }
  await endRequest(app.db, requestId)
  return undefined
}

/** Puts on the queue what is left of requests: nothing depends on a message that survives. */
export async function resumeConfirmations(app: App): Promise<void> {
  const before = new Date(app.now().getTime() - LEFT_AFTER).toISOString()
  const left = await requestsFrom(app.db, { before, limit: MOST_RESUMED })
  const jobs = left.map((request): MailJob => ({ kind: 'confirm', request }))
  await sendAll(app.queues.mail, jobs)
}

/** The address and token to mail; null where no mail may go out. */
async function open(
  app: App,
  request: SubscribeRequest,
): Promise<{ address: string; token: string } | null> {
  const vault = await openVault(app.config.secretKey)
  const [address, token] = await Promise.all([
    unseal(vault, request.addressSealed),
    unseal(vault, request.tokenSealed),
  ])
  const now = app.now().getTime()
  const mayBeMailed = await openConfirmation(app.db, {
    request,
    subscriberId: crypto.randomUUID(),
    addressHashes: await fingerprints(vault, sameMailbox(address)),
    tokenHash: await hashToken(token),
    expiresAt: iso(Date.parse(request.requestedAt) + CONFIRM_WITHIN),
    budget: { burst: BURST, burstFrom: iso(now - BURST_PERIOD), nextFrom: iso(now - DAY) },
  })
  return mayBeMailed ? { address, token } : null
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
