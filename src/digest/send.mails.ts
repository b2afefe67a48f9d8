import type { Recipient } from '../db/deliveries.ts'
import type { IssueToSend } from '../db/issues.send.ts'
import type { Mail } from '../mail.ts'
import { type KeyRing, openVault, unseal } from '../seal.ts'
import { linkSigner } from '../token.ts'
import { type PersonalMail, personalMails } from './personal.ts'

/** The mails of one call, in the order of its members. */
export async function mailsTo(
  secrets: KeyRing,
  { issue, number }: { issue: IssueToSend; number: number },
  members: Recipient[],
): Promise<Mail[]> {
  const vault = await openVault(secrets)
  const unsubscribe = await linkSigner(secrets, 'unsubscribe')
  const manage = await linkSigner(secrets, 'manage')
  const toMail: PersonalMail = personalMails(issue, number)
  return Promise.all(
    members.map(async ({ subscriberId, addressSealed }) => {
      const [address, token, manageToken] = await Promise.all([
        unseal(vault, addressSealed),
        unsubscribe(subscriberId),
        manage(subscriberId),
      ])
      return toMail({ address, token, manageToken })
    }),
  )
}
