import { Resend } from 'resend'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { SuppressionReason } from '../db/suppressions.ts'
import {
  handleArrival,
  handleEvent,
  isEventHandled,
  type WebhookEvent,
} from '../db/webhook-events.ts'
import { mailboxOf } from '../mail.ts'
import { fingerprints, openVault } from '../seal.ts'
import { sameMailbox } from './address.ts'
import { pauseAtBadRates } from './rates.ts'

/** Headers under which the provider signs an event. */
export type Signature = { id: string; timestamp: string; signature: string }

const eventSchema = z.looseObject({
  type: z.string(),
  created_at: z.iso.datetime({ offset: true }).optional(),
  data: z.looseObject({
    to: z.array(z.string()).optional(),
    email: z.string().optional(),
    bounce: z.looseObject({ type: z.string() }).optional(),
    tags: z.record(z.string(), z.string()).optional().catch(undefined),
  }),
})

type Event = z.infer<typeof eventSchema>

/** Whether the provider signed this body with this id, at most five minutes ago. */
export function isSigned(payload: string, headers: Signature, webhookSecret: string): boolean {
  try {
    // Verifying calls nobody; the SDK only wants some key to be made.
    new Resend('verifies-only').webhooks.verify({ payload, headers, webhookSecret })
    return true
  } catch {
    return false // it throws for every wrong signature, and for a body that is no JSON
  }
}

/** Reads a signed body; null where it is no event of the form we know. */
export function readEvent(payload: string): Event | null {
  return eventSchema.safeParse(JSON.parse(payload)).data ?? null
}

/**
 * Takes in what an event tells: that a mail is on its way, that it came, or that its address must
 * not be mailed again. The same event a second time does nothing; order does not matter.
 */
export async function takeEvent(app: App, id: string, body: Event): Promise<void> {
  const at = app.now().toISOString()
  const event = await eventOf(app, id, body)
  if (!isBad(event)) return await handleArrival(app.db, event, at)
  if (await isEventHandled(app.db, id)) return
  await handleEvent(app.db, event, at)
  app.log('webhook', { type: event.type, suppression: event.suppression })
  if (event.mail && event.suppression) await pauseAtBadRates(app)
}

function isBad({ type, suppression }: WebhookEvent): boolean {
  return suppression !== null || type === 'email.bounced.soft'
}

async function eventOf(app: App, id: string, event: Event): Promise<WebhookEvent> {
  const vault = await openVault(app.config.secretKey)
  const hashes = await Promise.all(
    addressesOf(event).map((address) => fingerprints(vault, sameMailbox(address))),
  )
  return {
    id,
    type: isSoft(event) ? 'email.bounced.soft' : event.type,
    happenedAt: new Date(event.created_at ?? app.now()).toISOString(),
    mail: mailOf(event),
    addressHashes: hashes.flat(),
    suppression: reasonToSuppress(event),
  }
}

/** The chunk whose mail an event is about, by the tags that we sent with it. */
function mailOf({ data: { tags } }: Event): WebhookEvent['mail'] {
  const number = Number(tags?.chunk ?? Number.NaN)
  if (tags?.kind !== 'digest' || !tags.issue || !Number.isInteger(number)) return null
  return { issueId: tags.issue, number }
}

function isSoft({ type, data }: Event): boolean {
  return type === 'email.bounced' && data.bounce?.type !== 'Permanent'
}

/** Why an event forbids to mail its addresses again; null where it does not. */
function reasonToSuppress(event: Event): SuppressionReason | null {
  switch (event.type) {
    case 'email.bounced':
      return isSoft(event) ? null : 'bounce'
    case 'email.complained':
      return 'complaint'
    case 'email.suppressed':
    case 'suppression.added':
      return 'provider'
    default:
      return null
  }
}

function addressesOf({ data }: Event): string[] {
  return [...(data.to ?? []), ...(data.email ? [data.email] : [])].map(mailboxOf)
}
