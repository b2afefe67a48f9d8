import type { App } from '../app.ts'
import { audit } from '../db/admin/audit.ts'
import { isSuppressed } from '../db/suppressions.ts'
import type { Mail } from '../mail.ts'
import { fingerprints, openVault } from '../seal.ts'
import { parseAddress, sameMailbox } from './address.ts'
import { type Preview, previewIssue, type WantedPreview } from './preview.ts'
import { withoutAddresses } from './reason.ts'

/** A mail to be looked at, and the address that it goes to. */
export type WantedTest = WantedPreview & { to: string }

/** What came of a test: in the provider's words where it did not take it. */
export type TriedOut =
  | { kind: 'sent'; issue: string }
  | { kind: 'no address' | 'no week' | 'suppressed' }
  | { kind: 'not taken'; reason: string }

/**
 * Sends the mail of an issue to one address, to be looked at: no delivery, no subscriber, nothing kept
 * but that `who` did it; the audit log does not learn the address. The same mail to the same address
 * goes once a minute. Never to an address that must not be mailed.
 */
export async function tryOut(
  app: App,
  { to, ...wanted }: WantedTest,
  who: string,
): Promise<TriedOut> {
  const address = parseAddress(to)
  if (!address) return { kind: 'no address' }
  const hashes = await fingerprints(await openVault(app.config.secretKey), sameMailbox(address))
  if (await isSuppressed(app.db, hashes)) return { kind: 'suppressed' }
  const preview = await previewIssue(app, wanted)
  if (!preview) return { kind: 'no week' }
  const writeDown = async (after: object | null) => {
    const act = { who, act: 'send test mail', subject: preview.id, before: wanted, after }
    await audit(app.db, { at: app.now().toISOString(), ...act }).run()
  }
  const minute = app.now().toISOString().slice(0, 16)
  const key = `test/${preview.id}/${hashes[0]?.slice(-24)}/${minute}`
  await writeDown(null)
  const result = await app.mailer.send([testMail(preview, address, app)], key)
  await writeDown({ outcome: result.kind })
  app.log('test.mail', { issue: preview.id, outcome: result.kind })
  // a key that was taken with other bytes: news came within the minute, and the first one is out
  if (result.kind === 'sent' || result.kind === 'conflict') {
    return { kind: 'sent', issue: preview.id }
  }
  return { kind: 'not taken', reason: withoutAddresses(result.reason) }
}

function testMail({ mail, id }: Preview, to: string, { config }: App): Mail {
  return {
    ...mail,
    to,
    replyTo: config.mail.replyTo,
    subject: `Test: ${mail.subject}`,
    headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834
    tags: [
      { name: 'kind', value: 'test' },
      { name: 'issue', value: id },
    ],
  }
}
