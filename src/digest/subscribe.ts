import type { App } from '../app.ts'
import { openConfirmation } from '../db/confirmations.ts'
import { fingerprint, openVault, seal } from '../seal.ts'
import { hashToken, randomToken } from '../token.ts'
import { sameMailbox } from './address.ts'
import { confirmationMail } from './mail/confirmation.tsx'
import { withoutAddresses } from './reason.ts'

const HOUR = 60 * 60 * 1000 // ms
const CONFIRM_WITHIN = 48 * HOUR
const BUDGET = 3 // confirmation mails to one address
const BUDGET_PERIOD = HOUR

/** A wish to subscribe: a checked address, and by which form and words it was asked for. */
export type SubscribeRequest = { address: string; form: string; textVersion: string }

/**
 * Sends the address a mail with a link to confirm, unless it is subscribed, suppressed or has had
 * its budget of such mails. Tells nobody which: whoever asks gets the same answer.
 */
export async function subscribe(app: App, request: SubscribeRequest): Promise<void> {
  const { address, form, textVersion } = request
  const now = app.now().getTime()
  const vault = await openVault(app.config.secretKey)
  const token = randomToken()
  const id = crypto.randomUUID()
  const isOpen = await openConfirmation(
    app.db,
    {
      id,
      subscriberId: crypto.randomUUID(),
      addressHash: await fingerprint(vault, sameMailbox(address)),
      addressSealed: await seal(vault, address),
      tokenHash: await hashToken(token),
      form,
      textVersion,
      at: iso(now),
      expiresAt: iso(now + CONFIRM_WITHIN),
    },
    { budget: BUDGET, budgetFrom: iso(now - BUDGET_PERIOD) },
  )
  if (!isOpen) return
  const mail = await confirmationMail(app.config, { address, token, hours: CONFIRM_WITHIN / HOUR })
  const result = await app.mailer.send([mail], `confirm/${id}`)
  const reason = result.kind === 'sent' ? null : withoutAddresses(result.reason)
  app.log('confirmation.mail', { outcome: result.kind, reason })
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
