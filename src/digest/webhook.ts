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

/** An event as the provider signed it; null where signature, age (5 min) or form is wrong. */
export function verifyEvent(
  payload: string,
  headers: Signature,
  webhookSecret: string,
): Event | null {
  try {
    // Verifying calls nobody; the SDK only wants some key to be made.
    const sdk = new Resend('verifies-only')
    const event = sdk.webhooks.verify({ payload, headers, webhookSecret })
    return eventSchema.safeParse(event).data ?? null
  } catch {
    return null // it throws for every wrong signature
  }
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
