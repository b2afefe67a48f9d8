import { Resend } from 'resend'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { SuppressionReason } from '../db/suppressions.ts'
import { handleEvent, isEventHandled } from '../db/webhook-events.ts'
import { fingerprint, openVault } from '../seal.ts'
import { sameMailbox } from './address.ts'

/** Headers under which the provider signs an event. */
export type Signature = { id: string; timestamp: string; signature: string }

const eventSchema = z.looseObject({
  type: z.string(),
  data: z.looseObject({
    to: z.array(z.string()).optional(),
    email: z.string().optional(),
    bounce: z.looseObject({ type: z.string() }).optional(),
    origin: z.string().optional(),
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

/** Suppresses the addresses that an event tells of; the same event a second time does nothing. */
export async function takeEvent(app: App, id: string, event: Event): Promise<void> {
  if (await isEventHandled(app.db, id)) return
  const reason = reasonToSuppress(event)
  const vault = await openVault(app.config.secretKey)
  const addresses = reason ? addressesOf(event) : []
  const suppressed = await Promise.all(
    addresses.map(async (address) => ({
      addressHash: await fingerprint(vault, sameMailbox(address)),
      reason: reason ?? 'provider',
    })),
  )
  await handleEvent(app.db, { id, type: event.type, suppressed }, app.now().toISOString())
  app.log('webhook', { type: event.type, suppressed: suppressed.length })
}

/** Why an event forbids to mail its addresses again; null where it does not. */
function reasonToSuppress({ type, data }: Event): SuppressionReason | null {
  switch (type) {
    case 'email.bounced':
      return data.bounce?.type === 'Permanent' ? 'bounce' : null
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
  const named = [...(data.to ?? []), ...(data.email ? [data.email] : [])]
  return named.map((address) => /<([^>]+)>/.exec(address)?.[1] ?? address)
}
